import { MovementList } from '@/components/investments/movement-list';
import { Section } from '@/components/ui/section';
import { listInvestmentTransactions } from '@/db/queries/investments';
import { getProfile } from '@/db/queries/users';
import { requireUserId } from '@/lib/auth';
import { getToday } from '@/lib/today';
import { PORTFOLIO_COLUMNS } from './columns';

const SHOWN = 12;

/** The latest trades, dividends and fees. They are no spending (INV-12), so they stand here only. */
export async function Activity() {
  const userId = await requireUserId();
  const [movements, profile, today] = await Promise.all([
    listInvestmentTransactions(userId, SHOWN),
    getProfile(userId),
    getToday(userId),
  ]);
  if (movements.length === 0) return null;
  return (
    <div className={`mt-10 grid ${PORTFOLIO_COLUMNS}`}>
      <Section title="Latest activity">
        <MovementList movements={movements} today={today} home={profile.currency} />
      </Section>
    </div>
  );
}
