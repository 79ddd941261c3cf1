import Link from 'next/link';
import { SpendingPace } from '@/components/overview/spending-pace';
import { Section } from '@/components/ui/section';
import { sumSpendingToDate } from '@/db/queries/overview';
import { findFirstDay } from '@/db/queries/transactions';
import { getProfile } from '@/db/queries/users';
import { requireUserId } from '@/lib/auth';
import { CATEGORIES } from '@/lib/categories/taxonomy';
import { formatMonth } from '@/lib/core/format-day';
import { groupBy } from '@/lib/core/group-by';
import { money, totals } from '@/lib/core/money';
import { monthOf } from '@/lib/core/month';
import { monthsToCompare, pace } from '@/lib/overview/pace';
import { getToday } from '@/lib/today';

const NOT_SPENDING = CATEGORIES.filter(({ kind }) => kind !== 'spending').map(({ id }) => id);

/** Spending so far this month against the usual by the same day. */
export async function ThisMonth() {
  const userId = await requireUserId();
  const [profile, today, firstDay] = await Promise.all([
    getProfile(userId),
    getToday(userId),
    findFirstDay(userId),
  ]);
  if (firstDay === null) return null;
  const months = monthsToCompare(today, firstDay);
  const rows = await sumSpendingToDate(userId, {
    months,
    date: Number(today.slice(8)),
    except: NOT_SPENDING,
  });
  const byCurrency = groupBy(rows, ({ currency }) => currency);
  const now = totals(
    rows.filter(({ month }) => month === months[0]).map(({ spent, currency }) => money(spent, currency)),
  );
  const lead = byCurrency.has(profile.currency) ? profile.currency : (now[0]?.currency ?? profile.currency);
  return (
    <Section
      title={`${formatMonth(monthOf(today), { today })} so far`}
      action={<Link href={`/budgets/${monthOf(today)}`}>All categories</Link>}
    >
      <SpendingPace
        pace={pace(byCurrency.get(lead) ?? [], months)}
        currency={lead}
        today={today}
        others={now.filter(({ currency }) => currency !== lead)}
      />
    </Section>
  );
}
