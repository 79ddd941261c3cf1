/** What a transaction was before: the person's own changes as they make them, and everyone's to read. */
import 'server-only';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { UserId } from '@/lib/core/id';
import { asUser, type Tx } from '../client';
import { type ChangedField, transactionChanges } from '../schema';

/** The history of one row, newest first; empty when the row is not the person's. */
export async function listChanges(userId: UserId, transactionId: string) {
  return asUser(userId, (tx) =>
    tx
      .select({
        field: transactionChanges.field,
        source: transactionChanges.source,
        before: transactionChanges.before,
        after: transactionChanges.after,
        at: transactionChanges.at,
        runId: transactionChanges.runId,
      })
      .from(transactionChanges)
      .where(and(eq(transactionChanges.userId, userId), eq(transactionChanges.transactionId, transactionId)))
      .orderBy(desc(transactionChanges.at), asc(transactionChanges.id)),
  );
}

/** A field of the person's own, before and after. */
export type OwnChange = { field: ChangedField; before: string | null; after: string | null };

/** Part of the commit that changes the row; what stays as it was is not written. */
export async function recordOwnChanges(
  tx: Tx,
  userId: UserId,
  transactionId: string,
  changes: readonly OwnChange[],
): Promise<void> {
  const real = changes.filter(({ before, after }) => before !== after);
  if (real.length === 0) return;
  await tx
    .insert(transactionChanges)
    .values(real.map((change) => ({ userId, transactionId, source: 'person' as const, ...change })));
}
