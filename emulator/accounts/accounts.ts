/** Accounts of an Item as the wire shows them (section 10). */
import type {
  AccountBase,
  AccountHolderCategory,
  AccountSubtype,
  AccountType,
  InvestmentAccount,
  Security,
} from 'plaid';
import type { ItemDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { accountIdOf } from '../ids';
import { findInstitution } from '../institutions/institutions';
import type { AccountBalances, LoginAccount } from '../login';
import { lengthAt, rowsAt } from '../transactions/change-log';
import { logOf, type World } from '../world';
import { verificationOf } from './verification';

/** The accounts that are served now; with ids, just those, and INVALID_ACCOUNT_ID for a stranger (BAL-6). */
export function servedAccounts(
  world: World,
  item: ItemDocument,
  accountIds?: readonly string[] | null,
): LoginAccount[] {
  const served = new Set(
    item.shares.flatMap(({ accountKey, until }) => (until === null ? [accountKey] : [])),
  );
  const accounts = world.loginOf(item).accounts.filter(({ key }) => served.has(key));
  if (!accountIds) return accounts;
  const byId = new Map(accounts.map((account) => [accountIdOf(item.itemId, account.key), account]));
  return accountIds.map((id) => {
    const account = byId.get(id);
    if (!account) throw plaidError('INVALID_ACCOUNT_ID');
    return account;
  });
}

export function accountOnTheWire(world: World, item: ItemDocument, account: LoginAccount): AccountBase {
  const { available, current, limit } = balancesNow(world, item, account);
  const verification = verificationOf(item, account, world.now);
  const persistent = findInstitution(item.institutionId)?.persistentIds ? account.persistentId : null;
  return {
    account_id: accountIdOf(item.itemId, account.key),
    balances: { available, current, limit, ...currencyOf(account) },
    mask: account.mask,
    name: account.name,
    official_name: account.officialName,
    // Logins hold Plaid's own words, so that text and enum are the same.
    type: account.type as AccountType,
    subtype: account.subtype as AccountSubtype | null,
    // The client's enum has the same words.
    ...(account.holderCategory && { holder_category: account.holderCategory as AccountHolderCategory }),
    ...(verification !== null && { verification_status: verification }),
    ...(persistent !== null && { persistent_account_id: persistent }),
  };
}

/** The securities that some rows name, as they stand today; nobody else of the login's. */
export function securitiesNamedIn(
  world: World,
  item: ItemDocument,
  rows: readonly { readonly security_id: string | null }[],
): Security[] {
  const named = new Set(rows.map(({ security_id }) => security_id));
  return world
    .loginOf(item)
    .securitiesOn(world.today)
    .filter(({ security_id }) => named.has(security_id));
}

/** The same with the field that only the investment endpoints have. */
export function investmentAccountOnTheWire(
  world: World,
  item: ItemDocument,
  account: LoginAccount,
): InvestmentAccount {
  const { balances, verification_status: _, ...rest } = accountOnTheWire(world, item, account);
  return { ...rest, balances: { ...balances, margin_loan_amount: null } };
}

/** Exactly one of the two is filled (GEN-10). */
export function currencyOf({ currency, unofficial }: Pick<LoginAccount, 'currency' | 'unofficial'>) {
  return {
    iso_currency_code: unofficial ? null : currency,
    unofficial_currency_code: unofficial ? currency : null,
  };
}

/** The bank's figures, moved by the posted rows that were added, changed or removed on this Item alone. */
function balancesNow(world: World, item: ItemDocument, account: LoginAccount): AccountBalances {
  const balances = account.balancesOn(world.today);
  if (item.changes.length === 0) return balances;
  const spent = postedSum(world, item, account) - postedSum(world, { ...item, changes: [] }, account);
  const owes = account.type === 'credit' || account.type === 'loan';
  return {
    available: moved(balances.available, -spent),
    current: moved(balances.current, owes ? spent : -spent),
    limit: balances.limit,
  };
}

function postedSum(world: World, item: ItemDocument, account: LoginAccount): number {
  const log = logOf(world, item, account.key).events;
  const rows = [...rowsAt(log, lengthAt(log, world.now)).values()];
  return rows.reduce((sum, { pending, row }) => (pending ? sum : sum + row.amount), 0);
}

function moved(balance: number | null, by: number): number | null {
  return balance === null ? null : Math.round((balance + by) * 1e8) / 1e8;
}
