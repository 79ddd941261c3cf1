import Link from 'next/link';
import { SyncLog } from '@/components/connections/sync-log';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { type ConnectionDetail, getConnection } from '@/db/queries/connections';
import { listRuns } from '@/db/queries/sync-log';
import { requireUserId } from '@/lib/auth';
import { logLines } from '@/lib/connections/sync-log';
import type { ItemId } from '@/lib/core/id';
import { getNow } from '@/lib/today';
import { getWriting } from '@/lib/writing';
import { orNotFound } from '../../or-not-found';

/** Looks on one page; those that brought nothing take no room of their own. */
const PAGE = 60;

type Props = { itemId: ItemId; before: string | null; onlyProblems: boolean };

/** Every look at one bank that is still on record, a page at a time. */
export async function Log({ itemId, before, onlyProblems }: Props) {
  const userId = await requireUserId();
  const connection = await getConnection(userId, itemId).catch(orNotFound);
  const [writing, { runs, hasOlder }] = await Promise.all([
    getWriting(),
    listRuns(userId, itemId, { before, onlyProblems, limit: PAGE }),
  ]);
  const reading = { bank: connection.institutionName, now: getNow(), writing };
  return (
    <>
      <Head connection={connection} onlyProblems={onlyProblems} />
      {runs.length === 0 ? (
        <Nothing onlyProblems={onlyProblems} isFirstPage={before === null} />
      ) : (
        <SyncLog lines={logLines(runs, reading)} />
      )}
      <Pager
        itemId={itemId}
        onlyProblems={onlyProblems}
        isFirstPage={before === null}
        older={hasOlder ? (runs.at(-1)?.id ?? null) : null}
      />
    </>
  );
}

function Head({ connection, onlyProblems }: { connection: ConnectionDetail; onlyProblems: boolean }) {
  const { id: itemId, institutionName } = connection;
  return (
    <header className="mb-4">
      <p className="text-13 text-ink-3">
        <Link
          href={`/settings/connections/${itemId}`}
          className="touch-target hover:text-accent hover:underline"
        >
          {institutionName}
        </Link>
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="text-20 font-semibold">Every look at this bank</h2>
        <nav aria-label="Which looks" className="flex gap-1">
          <Choice href={addressOf(itemId, {})} isCurrent={!onlyProblems}>
            All
          </Choice>
          <Choice href={addressOf(itemId, { only: 'problems' })} isCurrent={onlyProblems}>
            Only with problems
          </Choice>
        </nav>
      </div>
    </header>
  );
}

type LinkHref = ReturnType<typeof addressOf>;

function Choice({ href, isCurrent, children }: { href: LinkHref; isCurrent: boolean; children: string }) {
  return (
    <LinkButton
      href={href}
      size="sm"
      variant={isCurrent ? 'secondary' : 'quiet'}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {children}
    </LinkButton>
  );
}

function Nothing({ onlyProblems, isFirstPage }: { onlyProblems: boolean; isFirstPage: boolean }) {
  if (!isFirstPage) return <p className="py-8 text-14 text-ink-2">Nothing older is on record.</p>;
  return onlyProblems ? (
    <EmptyState title="No problems">Every look in the last 90 days brought what it should.</EmptyState>
  ) : (
    <EmptyState title="No look yet">The first one is on its way and will be listed here.</EmptyState>
  );
}

type PagerProps = { itemId: ItemId; onlyProblems: boolean; isFirstPage: boolean; older: string | null };

function Pager({ itemId, onlyProblems, isFirstPage, older }: PagerProps) {
  const only = onlyProblems ? { only: 'problems' } : {};
  return (
    <nav aria-label="Pages" className="mt-4 flex gap-2 empty:hidden">
      {!isFirstPage && <LinkButton href={addressOf(itemId, only)}>Newest</LinkButton>}
      {older !== null && <LinkButton href={addressOf(itemId, { ...only, before: older })}>Older</LinkButton>}
    </nav>
  );
}

function addressOf(itemId: ItemId, query: Record<string, string>) {
  return { pathname: `/settings/connections/${itemId}/log`, query };
}
