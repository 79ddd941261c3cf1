/** A bank's row as the wire shows it (section 13). */
import {
  type Location,
  type PaymentMeta,
  type Transaction,
  type TransactionCounterparty,
  TransactionTransactionTypeEnum,
} from 'plaid';
import { isOfficial } from '@/lib/core/currency';
import { currencyOf } from '../accounts/accounts';
import { legacyCategoryOf } from '../categories/legacy-category-of';
import { categoryIn, type TaxonomyVersion, USUAL_VERSION } from '../categories/taxonomy';
import type { ItemDocument } from '../documents';
import { accountIdOf, transactionIdOf } from '../ids';
import type { LoginAccount } from '../login';
import type { World } from '../world';
import type { LogRow } from './change-log';
import { namesCodes, transactionCodeOf } from './transaction-code';

/** A place of which nothing is known. */
export const NOWHERE: Location = {
  address: null,
  city: null,
  region: null,
  postal_code: null,
  country: null,
  lat: null,
  lon: null,
  store_number: null,
};

const NO_META: PaymentMeta = {
  reference_number: null,
  ppd_id: null,
  payee: null,
  by_order_of: null,
  payer: null,
  payment_method: null,
  payment_processor: null,
  reason: null,
};

/** What programs of before the channels read; like the older categories, it is still sent. */
const TYPES = {
  online: TransactionTransactionTypeEnum.Digital,
  'in store': TransactionTransactionTypeEnum.Place,
  other: TransactionTransactionTypeEnum.Special,
} as const;

const ICONS = 'https://plaid-category-icons.plaid.com/PFC_';

export type TransactionOptions = {
  readonly withDescription: boolean;
  readonly taxonomy: TaxonomyVersion;
  /** The emulator's own address, where logos are. */
  readonly publicUrl: string;
};

/** What a call asks of its rows, with what is usual where it says nothing. */
export function transactionOptions(
  { config }: Pick<World, 'config'>,
  asked:
    | {
        readonly include_original_description?: boolean | null | undefined;
        readonly personal_finance_category_version?: TaxonomyVersion | null | undefined;
      }
    | null
    | undefined,
): TransactionOptions {
  return {
    withDescription: asked?.include_original_description ?? false,
    taxonomy: asked?.personal_finance_category_version ?? USUAL_VERSION,
    publicUrl: config.publicUrl,
  };
}

/** The account's own names, made once for a page of rows. */
type RowAccount = ReturnType<typeof currencyOf> & {
  readonly account_id: string;
  /** Whether its bank gives transaction codes. */
  readonly isCoded: boolean;
};

export function rowAccountOf(
  { itemId, institutionId }: Pick<ItemDocument, 'itemId' | 'institutionId'>,
  account: LoginAccount,
): RowAccount {
  const account_id = accountIdOf(itemId, account.key);
  return { account_id, isCoded: namesCodes(institutionId), ...currencyOf(account) };
}

/** Written out without spreads: a page has five hundred of them, and they come by the thousand. */
export function transactionOnTheWire(
  itemId: string,
  account: RowAccount,
  { row, rowKey, pending, pendingRowKey }: LogRow,
  { withDescription, taxonomy, publicUrl }: TransactionOptions,
): Transaction {
  const { iso_currency_code, unofficial_currency_code } = row.currency
    ? currencyOf({ currency: row.currency, unofficial: !isOfficial(row.currency) })
    : account;
  const category = categoryIn(taxonomy, row.category, row.originalDescription);
  const legacy = legacyCategoryOf(row.category?.detailed);
  const wire: Transaction = {
    account_id: account.account_id,
    account_owner: null,
    amount: row.amount,
    authorized_date: row.authorizedDate,
    authorized_datetime: null,
    category: legacy?.hierarchy ?? null,
    category_id: legacy?.category_id ?? null,
    check_number: row.checkNumber,
    counterparties: row.counterparties.map((party) => reachable(party, publicUrl)),
    date: row.date,
    datetime: null,
    iso_currency_code,
    location: row.location ?? NOWHERE,
    logo_url: addressOf(row.logoUrl, publicUrl),
    merchant_entity_id: row.merchantEntityId,
    merchant_name: row.merchantName,
    name: row.name,
    original_description: withDescription ? row.originalDescription : null,
    payment_channel: row.channel,
    payment_meta: row.paymentMeta ?? NO_META,
    pending,
    pending_transaction_id: pendingRowKey === null ? null : transactionIdOf(itemId, pendingRowKey),
    personal_finance_category: category,
    transaction_code: account.isCoded ? transactionCodeOf(row) : null,
    transaction_id: transactionIdOf(itemId, rowKey),
    transaction_type: TYPES[row.channel],
    unofficial_currency_code,
    website: row.website,
  };
  if (category) wire.personal_finance_category_icon_url = categoryIconUrl(category.primary);
  return wire;
}

/** A counterparty as a client can reach its logo. */
export function reachable(party: TransactionCounterparty, publicUrl: string): TransactionCounterparty {
  const { logo_url } = party;
  return logo_url === null ? party : { ...party, logo_url: addressOf(logo_url, publicUrl) };
}

/** A logo of ours is a path below the emulator's address; any other address stays as it is. */
export function addressOf(logo: string | null, publicUrl: string): string | null {
  return logo?.startsWith('/') ? `${publicUrl}${logo}` : logo;
}

/** Where the icon of a primary category is (FLD-16). */
export function categoryIconUrl(primary: string): string {
  return `${ICONS}${primary}.png`;
}
