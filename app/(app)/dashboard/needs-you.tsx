import Link from 'next/link';
import { RefreshWhileWaiting } from '@/components/connections/refresh-while-waiting';
import { NeedsList } from '@/components/overview/needs-list';
import { Notice } from '@/components/ui/notice';
import type { ConnectionRow } from '@/db/queries/overview';
import { dueOf } from '@/lib/debts/due';
import { ACTION_LABELS } from '@/lib/connections/describe';
import type { Writing } from '@/lib/core/writing';
import { needsOf } from '@/lib/overview/needs';
import { getNow } from '@/lib/today';
import { getWriting } from '@/lib/writing';
import { readDebts } from '../debts/read-debts';
import { statusOf } from '../settings/connections/status';

/** Broken connections and missed payments; and, at first, that a bank's data are on their way. */
export async function NeedsYou({ connections }: { connections: readonly ConnectionRow[] }) {
  const [{ debts, today }, writing] = await Promise.all([readDebts(), getWriting()]);
  const late = debts.filter(
    ({ terms }) => terms !== null && dueOf(terms, today, writing).state === 'overdue',
  );
  const needs = needsOf(
    connections.map((connection) => described(connection, writing)),
    late,
  );
  const arriving = connections.filter(({ isLoading, state }) => isLoading && state === 'healthy');
  const [only] = arriving.length === 1 ? arriving : [];
  const isFilling = connections.some((connection) => connection.isFilling);
  if (needs.length + arriving.length === 0) return <RefreshWhileWaiting waiting={isFilling} />;
  return (
    <div className="grid gap-2">
      <RefreshWhileWaiting waiting={isFilling} />
      {needs.length > 0 && <NeedsList needs={needs} />}
      {arriving.length > 0 && (
        <Notice
          tone="calm"
          title={`${arriving.map(({ institutionName }) => institutionName).join(' and ')} ${only ? 'is' : 'are'} on the way.`}
          action={
            <Link href={only ? `/settings/connections/${only.itemId}` : '/settings/connections'}>
              See the progress
            </Link>
          }
        >
          Figures fill in as they arrive.
        </Notice>
      )}
    </div>
  );
}

function described(connection: ConnectionRow, writing: Writing) {
  const { itemId, state } = connection;
  const { sentence, detail, action } = statusOf(connection, writing, getNow());
  return { itemId, state, sentence, detail, action: ACTION_LABELS[action] ?? 'See the connection' };
}
