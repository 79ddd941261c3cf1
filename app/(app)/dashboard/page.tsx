import type { Metadata } from 'next';
import { after } from 'next/server';
import { Page } from '@/components/layout/page';
import { Arriving } from '@/components/overview/arriving';
import { Welcome } from '@/components/overview/welcome';
import { type ConnectionRow, listConnectionStates } from '@/db/queries/overview';
import { requireUserId } from '@/lib/auth';
import { formatDay } from '@/lib/core/format-day';
import { syncForVisit } from '@/lib/sync/visit';
import { getToday } from '@/lib/today';
import { getWriting } from '@/lib/writing';
import { Overview } from './overview';

export const metadata: Metadata = { title: 'Overview' };

export default async function DashboardPage() {
  const userId = await requireUserId();
  after(() => syncForVisit(userId));
  const [connections, today, writing] = await Promise.all([
    listConnectionStates(userId),
    getToday(userId),
    getWriting(),
  ]);
  return (
    <Page title={formatDay(today, writing, { form: 'long' })}>
      <Stage connections={connections} />
    </Page>
  );
}

/** Nothing connected, nothing arrived, or the whole. A connection that broke before it gave accounts shows its notice. */
function Stage({ connections }: { connections: readonly ConnectionRow[] }) {
  if (connections.length === 0) return <Welcome />;
  const isArriving = connections.every(({ hasAccounts, state }) => !hasAccounts && state === 'healthy');
  return isArriving ? <Arriving banks={connections} /> : <Overview connections={connections} />;
}
