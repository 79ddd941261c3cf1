import Link from 'next/link';
import { SyncLog } from '@/components/connections/sync-log';
import { Section } from '@/components/ui/section';
import { listRuns } from '@/db/queries/sync-log';
import { logLines } from '@/lib/connections/sync-log';
import type { ItemId, UserId } from '@/lib/core/id';
import { getNow } from '@/lib/today';
import { getWriting } from '@/lib/writing';

type Props = {
  userId: UserId;
  connection: { id: ItemId; institutionName: string };
};

/** The last looks at the bank, with the way to all of them. */
export async function RecentRuns({ userId, connection }: Props) {
  const { id: itemId, institutionName: bank } = connection;
  const { runs } = await listRuns(userId, itemId, { before: null, onlyProblems: false, limit: 20 });
  if (runs.length === 0) return null;
  const writing = await getWriting();
  return (
    <Section
      title="Latest looks at the bank"
      action={<Link href={{ pathname: `/settings/connections/${itemId}/log` }}>The whole log</Link>}
    >
      <SyncLog lines={logLines(runs, { bank, now: getNow(), writing }).slice(0, 3)} />
    </Section>
  );
}
