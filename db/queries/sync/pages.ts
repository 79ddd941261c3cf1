/** The stage: pages of an update as they came, until the whole of it can be applied in one commit (S1). */
import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { asUser, type Tx } from '../../client';
import { syncPages } from '../../schema';
import { type Lease, underLease } from './jobs';

/** Which update a page belongs to; `startCursor` is '' for one that reads from the beginning. */
export type Update = { epoch: number; startCursor: string };

export type StagedPage = { page: number; nextCursor: string; hasMore: boolean };

/** The last page that is staged for this update; null when there is none. A run resumes after it (L2). */
export async function findLastPage(lease: Lease, update: Update): Promise<StagedPage | null> {
  const [row] = await asUser(lease.userId, (tx) =>
    tx
      .select({ page: syncPages.page, nextCursor: syncPages.nextCursor, hasMore: syncPages.hasMore })
      .from(syncPages)
      .where(of(lease, update))
      .orderBy(desc(syncPages.page))
      .limit(1),
  );
  return row ?? null;
}

export async function savePage(
  lease: Lease,
  update: Update,
  staged: StagedPage,
  body: unknown,
): Promise<void> {
  const { userId, itemId } = lease;
  await underLease(lease, (tx) =>
    tx
      .insert(syncPages)
      .values({ userId, itemId, ...update, ...staged, body })
      .onConflictDoNothing(),
  );
}

/** Throws away every page of the Item, whatever update it belongs to. */
export async function dropPages(lease: Lease): Promise<void> {
  await underLease(lease, (tx) => deletePages(tx, lease));
}

export async function deletePages(tx: Tx, { userId, itemId }: Lease): Promise<void> {
  await tx.delete(syncPages).where(and(eq(syncPages.userId, userId), eq(syncPages.itemId, itemId)));
}

/** One page as it came; null after the last one. Read one by one, so that memory does not grow with the Item. */
export async function findPageBody(tx: Tx, lease: Lease, update: Update, page: number): Promise<unknown> {
  const [row] = await tx
    .select({ body: syncPages.body })
    .from(syncPages)
    .where(and(of(lease, update), eq(syncPages.page, page)));
  return row?.body ?? null;
}

function of({ userId, itemId }: Lease, { epoch, startCursor }: Update) {
  return and(
    eq(syncPages.userId, userId),
    eq(syncPages.itemId, itemId),
    eq(syncPages.epoch, epoch),
    eq(syncPages.startCursor, startCursor),
  );
}
