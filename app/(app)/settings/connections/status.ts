import type { Connection } from '@/db/queries/connections';
import type { Profile } from '@/db/queries/users';
import { type ConnectionText, describeConnection } from '@/lib/connections/describe';
import { dayAt } from '@/lib/core/day';
import { formatDay, formatSince } from '@/lib/core/format-day';

type Person = Pick<Profile, 'timeZone' | 'locale'>;
type Described = Pick<
  Connection,
  'institutionName' | 'state' | 'errorCode' | 'hasNewAccounts' | 'needsPresence' | 'consentExpiresAt'
>;

/** The words for a connection, with its days where the person is. */
export function statusOf(connection: Described, { timeZone, locale }: Person): ConnectionText {
  const { consentExpiresAt: end } = connection;
  const endsOn = end === null ? null : formatDay(dayAt(end, timeZone), { locale });
  return describeConnection({ ...connection, endsOn });
}

/** When Plaid last reached the bank, which is how old the data may be (ITM-3). */
export function freshnessOf({ bankReachedAt }: Pick<Connection, 'bankReachedAt'>, now: Date): string {
  return bankReachedAt === null ? 'Bank not reached yet' : `Bank reached ${formatSince(bankReachedAt, now)}`;
}

export function countAccounts({ accounts }: { accounts: readonly { closedAt: Date | null }[] }): string {
  const open = accounts.filter(({ closedAt }) => closedAt === null).length;
  return open === 1 ? '1 account' : `${open} accounts`;
}
