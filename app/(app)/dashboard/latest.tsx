import Link from 'next/link';
import { LatestList } from '@/components/overview/latest-list';
import { Section } from '@/components/ui/section';
import { listTransactions } from '@/db/queries/transactions';
import { getProfile } from '@/db/queries/users';
import { requireUserId } from '@/lib/auth';
import { NO_FILTER } from '@/lib/transactions/filter';

const SHOWN = 4;

/** The newest transactions of all accounts. */
export async function Latest() {
  const userId = await requireUserId();
  const [{ rows }, profile] = await Promise.all([
    listTransactions(userId, NO_FILTER, { limit: SHOWN }),
    getProfile(userId),
  ]);
  if (rows.length === 0) return null;
  return (
    <Section title="Latest" action={<Link href="/transactions">All transactions</Link>}>
      <LatestList rows={rows} home={profile.currency} />
    </Section>
  );
}
