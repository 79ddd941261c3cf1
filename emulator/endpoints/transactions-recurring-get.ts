import type {
  PersonalFinanceCategoryVersion,
  RecurringTransactionFrequency,
  TransactionsRecurringGetResponse,
  TransactionStream,
  TransactionStreamStatus,
} from 'plaid';
import { z } from 'zod';
import { hasStreams } from '../accounts/account-kinds';
import { currencyOf, servedAccounts } from '../accounts/accounts';
import { legacyCategoryOf } from '../categories/legacy-category-of';
import { categoryIn, type TaxonomyVersion, USUAL_VERSION } from '../categories/taxonomy';
import { timestamp } from '../clock';
import type { ItemDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { accountIdOf, opaqueId, transactionIdOf } from '../ids';
import { readiness } from '../items/first-load';
import { findHealthyItem } from '../items/items';
import type { BankRow, LoginAccount } from '../login';
import { detectStreams, type Stream } from '../recurring/detect';
import { accessToken, type Body, endpoint } from '../request';
import { lengthAt, rowsAt } from '../transactions/change-log';
import { TRANSACTIONS } from '../vocabulary';
import { logOf, type World } from '../world';

const schema = z.strictObject({
  access_token: accessToken,
  // Here none means all: the list was a required field once.
  account_ids: z.array(z.string()).nullish(),
  options: z
    .strictObject({
      include_personal_finance_category: z.boolean().nullish(),
      personal_finance_category_version: z.enum(['v1', 'v2']).nullish(),
    })
    .nullish(),
});

/** `/transactions/recurring/get`: income and bills, found in the rows that are there (REC-1, REC-5). */
export const transactionsRecurringGet = endpoint(
  schema,
  async (world, { access_token, account_ids, options }): Promise<Body<TransactionsRecurringGetResponse>> => {
    const item = await findHealthyItem(world, access_token);
    if (!item.products.includes(TRANSACTIONS)) throw plaidError('PRODUCT_NOT_ENABLED');
    if (!readiness(item, world.now).historical) throw plaidError('PRODUCT_NOT_READY');
    const accounts = servedAccounts(world, item, account_ids?.length ? account_ids : null).filter(hasStreams);
    const taxonomy = options?.personal_finance_category_version ?? USUAL_VERSION;
    const streams = accounts.flatMap((account) => streamsOf(world, item, account, taxonomy));
    return {
      inflow_streams: streams.filter(({ last_amount }) => (last_amount.amount ?? 0) < 0),
      outflow_streams: streams.filter(({ last_amount }) => (last_amount.amount ?? 0) > 0),
      updated_datetime: timestamp(world.now),
      // The client's enum has the same words.
      personal_finance_category_version: taxonomy as PersonalFinanceCategoryVersion,
    };
  },
);

function streamsOf(
  world: World,
  item: ItemDocument,
  account: LoginAccount,
  taxonomy: TaxonomyVersion,
): TransactionStream[] {
  const log = logOf(world, item, account.key).events;
  const standing = rowsAt(log, lengthAt(log, world.now));
  const rows = [...standing.values()].flatMap(({ rowKey, accountKey, pending, row }) =>
    pending ? [] : [{ ...row, id: rowKey, accountKey, category: row.category?.detailed ?? null }],
  );
  return detectStreams(rows, world.today).map((stream) => ({
    ...streamOnTheWire(item, account, stream),
    personal_finance_category: categoryOf(standing.get(stream.last.id)?.row, taxonomy),
  }));
}

function categoryOf(row: BankRow | undefined, taxonomy: TaxonomyVersion) {
  return row ? categoryIn(taxonomy, row.category, row.originalDescription) : null;
}

function streamOnTheWire(item: ItemDocument, account: LoginAccount, stream: Stream): TransactionStream {
  const first = stream.rows[0] ?? stream.last;
  const legacy = legacyCategoryOf(stream.last.category ?? undefined);
  return {
    account_id: accountIdOf(item.itemId, account.key),
    stream_id: opaqueId(item.itemId, 'stream', first.id),
    category: legacy?.hierarchy ?? null,
    category_id: legacy?.category_id ?? null,
    description: stream.last.name,
    merchant_name: stream.last.merchantName,
    first_date: first.date,
    last_date: stream.last.date,
    predicted_next_date: stream.nextDay,
    // The client's enums have the same words.
    frequency: stream.cadence as RecurringTransactionFrequency,
    status: stream.status as TransactionStreamStatus,
    transaction_ids: stream.rows.map(({ id }) => transactionIdOf(item.itemId, id)),
    average_amount: { amount: stream.averageAmount, ...currencyOf(account) },
    last_amount: { amount: stream.last.amount, ...currencyOf(account) },
    is_active: stream.isActive,
    is_user_modified: false,
  };
}
