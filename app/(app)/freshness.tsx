import { listConnections } from '@/db/queries/connections';
import { requireUserId } from '@/lib/auth';
import { freshnessOf } from '@/lib/connections/freshness';
import { getNow } from '@/lib/today';

/** How fresh the data is, in one line at the foot of the navigation. */
export async function Freshness() {
  const text = freshnessOf(await listConnections(await requireUserId()), getNow());
  if (!text) return null;
  return (
    <p className="text-12 text-ink-3">
      {text.banks}
      {text.since ? <span className="block">{text.since}</span> : null}
    </p>
  );
}
