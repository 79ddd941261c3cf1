import type { Connection } from '@/db/queries/connections';
import { type ConnectionText, describeConnection } from '@/lib/connections/describe';
import { dayAt } from '@/lib/core/day';
import { formatDay, formatSince } from '@/lib/core/format-day';
import type { Writing } from '@/lib/core/writing';

type Described = Pick<
  Connection,
  | 'institutionName'
  | 'state'
  | 'errorCode'
  | 'disconnectsAt'
  | 'disconnectReason'
  | 'failed'
  | 'hasNewAccounts'
  | 'needsPresence'
  | 'consentExpiresAt'
  | 'bankReachedAt'
>;

/** The words for a connection, with its days where the person is: the same on every page. */
export function statusOf(connection: Described, writing: Writing, now: Date): ConnectionText {
  return describeConnection({ ...connection, ...datesOf(connection, writing, now) });
}

/** The days and ages that the words for a connection and its products name. */
export function datesOf(
  { disconnectsAt, consentExpiresAt, bankReachedAt }: Described,
  writing: Writing,
  now: Date,
): { endsOn: string | null; asOf: string | null } {
  const end = disconnectsAt ?? consentExpiresAt;
  const today = dayAt(now, writing.timeZone);
  return {
    endsOn: end === null ? null : formatDay(dayAt(end, writing.timeZone), writing, { today }),
    asOf: bankReachedAt === null ? null : formatSince(bankReachedAt, now),
  };
}

/** When Plaid last reached the bank, which is how old the data may be (ITM-3); before that, its first data come. */
export function freshnessOf({ bankReachedAt }: Pick<Connection, 'bankReachedAt'>, now: Date): string {
  return bankReachedAt === null
    ? 'First data on their way'
    : `Bank reached ${formatSince(bankReachedAt, now)}`;
}

export function countAccounts({ accounts }: { accounts: readonly { closedAt: Date | null }[] }): string {
  const open = accounts.filter(({ closedAt }) => closedAt === null).length;
  return open === 1 ? '1 account' : `${open} accounts`;
}
