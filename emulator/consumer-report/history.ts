/**
 * What a report reads of an Item: its accounts and their rows as they stood at one instant, over so many
 * days. The rows are those of `/transactions/sync`, with the same ids, whether or not an app has synced.
 */
import { addDays, type Day } from '@/lib/core/day';
import { servedAccounts } from '../accounts/accounts';
import { dayOf } from '../clock';
import type { ItemDocument } from '../documents';
import { opaqueId } from '../ids';
import type { LoginAccount } from '../login';
import type { BalanceHistory } from '../reports/balance-history';
import { restatedHistory } from '../reports/restated-history';
import { lengthAt, type LogRow, rowsAt } from '../transactions/change-log';
import { logOf, type World, worldAt } from '../world';

/** So many days that end with an instant. */
type Stretch = { readonly at: number; readonly days: number };

/** One account over such a stretch. */
export type AccountHistory = {
  /** The Item as the bank has it, without the delays of its first load. */
  readonly item: ItemDocument;
  readonly account: LoginAccount;
  readonly start: Day;
  readonly end: Day;
  /** Ascending by date. */
  readonly rows: readonly LogRow[];
  /** `current` at the end of a day; null where the bank names none. */
  readonly balanceOn: BalanceHistory;
};

/** Whether any account was shared at the instant `at`. */
export function hasHistory(world: World, item: ItemDocument, { at, days }: Stretch): boolean {
  return servedAccounts(world, fetchedAtOnce(item, at, days)).length > 0;
}

/** One history per account that was shared at the instant `at`. */
export function historiesOf(world: World, item: ItemDocument, { at, days }: Stretch): AccountHistory[] {
  const shown = fetchedAtOnce(item, at, days);
  const end = dayOf(at);
  const start = addDays(end, -days);
  return servedAccounts(world, shown).map((account) => {
    const log = logOf(world, shown, account.key).events;
    const rows = [...rowsAt(log, lengthAt(log, at)).values()]
      .filter(({ row }) => row.date >= start && row.date <= end)
      .sort((a, b) => (a.row.date === b.row.date ? 0 : a.row.date < b.row.date ? -1 : 1));
    const balanceOn = restatedHistory(worldAt(world, at), shown, account);
    return { item: shown, account, start, end, rows, balanceOn };
  });
}

/** Plaid Check has ids of its own for the accounts of an Item (CRA-12). */
export function checkAccountId(itemId: string, accountKey: string): string {
  return opaqueId(itemId, 'check account', accountKey);
}

/** Rows of a report do not wait for the first load, nor are they cut at the days that Transactions asked for. */
function fetchedAtOnce(item: ItemDocument, at: number, days: number): ItemDocument {
  const shares = item.shares
    .filter(({ since, until }) => since <= at && (until === null || until > at))
    .map(({ accountKey, since }) => ({
      accountKey,
      since,
      initialAt: since,
      historicalAt: since,
      until: null,
    }));
  return { ...item, shares, daysRequested: days };
}
