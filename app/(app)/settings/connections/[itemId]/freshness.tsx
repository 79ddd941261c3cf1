import { type Fact, FreshnessFacts } from '@/components/connections/freshness-facts';
import type { ConnectionDetail } from '@/db/queries/connections';
import { type NextRefresh, nextRefresh } from '@/lib/connections/next-refresh';
import { dayAt } from '@/lib/core/day';
import { formatDay, formatSince } from '@/lib/core/format-day';
import { formatMoment, formatUntil } from '@/lib/core/format-time';
import type { Writing } from '@/lib/core/writing';

type Props = { connection: ConnectionDetail; writing: Writing; now: Date };

/** The bank's own freshness and ours, what changed last, what comes next, and how long consent holds. */
export function Freshness({ connection, writing, now }: Props) {
  const { bankReachedAt, lastRunAt, products } = connection;
  const changes = products.flatMap(({ changedAt }) => (changedAt === null ? [] : [changedAt.getTime()]));
  const lastChangeAt = changes.length === 0 ? null : new Date(Math.max(...changes));
  const facts: Fact[] = [
    { name: 'Plaid reached the bank', value: sinceOr(bankReachedAt, now, 'Not yet') },
    { name: 'We asked Plaid', value: sinceOr(lastRunAt, now, 'Not yet') },
    { name: 'Last change', value: sinceOr(lastChangeAt, now, 'Nothing has changed so far') },
    { name: 'Next', ...nextText(nextRefresh(connection, now), connection.institutionName, writing, now) },
    { name: 'Your consent', ...consentText(connection, writing, now) },
  ];
  return <FreshnessFacts facts={facts} />;
}

function sinceOr(at: Date | null, now: Date, otherwise: string): string {
  if (at === null) return otherwise;
  const since = formatSince(at, now);
  return since.charAt(0).toUpperCase() + since.slice(1);
}

type Words = Omit<Fact, 'name'>;

function nextText(next: NextRefresh, bank: string, writing: Writing, now: Date): Words {
  switch (next.kind) {
    case 'running':
      return { value: 'Being asked right now' };
    case 'soon':
      return { value: 'In a moment' };
    case 'retry':
      return { value: `We ask again ${formatUntil(next.at, now)}` };
    case 'after-repair':
      return {
        value: 'As soon as the bank lets us in again',
        note: 'Once a day we look whether it does by itself.',
      };
    case 'when-asked':
      return { value: 'When you press “Refresh now”', note: `${bank} wants you present each time.` };
    case 'never':
      return { value: 'Not any more', note: 'What came in before stays here to read.' };
    case 'unknown':
      return { value: 'Within a day' };
    case 'scheduled':
      return {
        value: `Plaid looks again around ${formatMoment(next.bankAt, now, writing)}`,
        note: `It looks about every six hours and tells us what is new. We ask anyway before ${formatMoment(next.oursAt, now, writing)}.`,
      };
  }
}

function consentText({ consentExpiresAt, state }: ConnectionDetail, writing: Writing, now: Date): Words {
  if (state === 'revoked') return { value: 'Withdrawn' };
  if (consentExpiresAt === null) return { value: 'Has no end' };
  const { timeZone } = writing;
  const day = formatDay(dayAt(consentExpiresAt, timeZone), writing, { today: dayAt(now, timeZone) });
  return {
    value: consentExpiresAt > now ? `Ends ${day}` : `Ended ${day}`,
    note: 'Signing in again renews it. A week before, we say so here and on the overview.',
  };
}
