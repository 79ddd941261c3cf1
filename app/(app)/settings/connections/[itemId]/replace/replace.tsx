import type { Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { after } from 'next/server';
import { RefreshWhileWaiting } from '@/components/connections/refresh-while-waiting';
import { ConnectButton } from '@/components/link/connect-button';
import { getReplacement } from '@/db/queries/replacements';
import { findSyncItem } from '@/db/queries/sync/items';
import { requireUserId } from '@/lib/auth';
import { AppError } from '@/lib/core/errors';
import type { ItemId } from '@/lib/core/id';
import { emulatedLinkScript } from '@/lib/link-script';
import { drainJobs, workUntil } from '@/lib/sync/drain-jobs';
import { Preview } from './preview';

type Props = {
  formerId: ItemId;
  presentId: ItemId | null;
  search: Record<string, string | string[] | undefined>;
};

/** First the bank is connected again, then what would come along is shown, and only then anything happens. */
export async function Replace({ formerId, presentId, search }: Props) {
  const userId = await requireUserId();
  const both = await getReplacement(userId, formerId, presentId).catch(orNull);
  if (both === null) {
    // Another tab was first: what it came to stands on the page of the new connection.
    const isThere = presentId !== null && (await findSyncItem(userId, presentId)) !== null;
    if (isThere) redirect(`/settings/connections/${presentId}` as Route);
    notFound();
  }
  const { former, present } = both;
  if (present === null) return <ConnectAgain itemId={formerId} bank={former.institutionName} />;
  if (present.historicalUpdateAt === null) {
    after(() => drainJobs({ until: workUntil() }));
    return (
      <div role="status">
        <h2 className="text-28 font-semibold">{present.institutionName} is sending its history</h2>
        <p className="mt-2 max-w-[68ch] text-14 text-ink-2">
          When all of it is here, you see what moves over from the former connection, and decide. Until then
          nothing of the new one is counted, so no figure is doubled.
        </p>
        <RefreshWhileWaiting waiting />
      </div>
    );
  }
  return <Preview userId={userId} former={former} present={present} search={search} />;
}

function ConnectAgain({ itemId, bank }: { itemId: ItemId; bank: string }) {
  return (
    <>
      <h2 className="text-28 font-semibold">Connect {bank} again and keep your history</h2>
      <p className="mt-2 mb-4 max-w-[68ch] text-14 text-ink-2">
        You sign in with your bank as if for the first time. Then you see which accounts match, and how many
        of your categories, names, notes and tags move over. Nothing changes before you confirm.
      </p>
      <ConnectButton script={emulatedLinkScript()} label={`Connect ${bank} again`} replaces={itemId} />
    </>
  );
}

function orNull(error: unknown): null {
  if (error instanceof AppError && error.code === 'not-found') return null;
  throw error;
}
