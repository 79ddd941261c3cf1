/** A key of `ENCRYPTION_KEYS` was taken away too early: what it sealed waits, everything else goes on (L4). */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { items, linkIntents, syncJobs } from '@/db/schema';
import { newItemId } from '@/lib/core/id';
import { markEnding } from '@/db/queries/sync/removal';
import { sweep } from '@/lib/sync/sweep';
import { aLink, bankRows, engineOn } from '../support/engine';
import { aUser } from '../support/factories';

const sealedByNobody = 'gone.bm9uY2U.Ym9keQ';

test('a token that does not open keeps nobody else from syncing, and is tried again later', async () => {
  engineOn();
  const { itemId } = await aLink(await aUser());
  await asSystem((tx) =>
    tx.update(items).set({ accessTokenSealed: sealedByNobody }).where(eq(items.id, itemId)),
  );
  const bob = await aUser();
  await aLink(bob);
  await sweep({ until: Date.now() + 20_000 });
  expect((await bankRows(bob)).length).toBeGreaterThan(0);
  const [job] = await asSystem((tx) => tx.select().from(syncJobs).where(eq(syncJobs.itemId, itemId)));
  expect(job).toMatchObject({ leaseUntil: null, attempts: 1, done: 0 });
  expect(job?.notBefore).not.toBeNull();
});

test('neither does a link or a removal that cannot be finished', async () => {
  engineOn();
  const ann = await aUser();
  await asSystem((tx) =>
    tx.insert(linkIntents).values({
      userId: ann,
      itemId: newItemId(),
      publicTokenHash: randomUUID(),
      publicTokenSealed: sealedByNobody,
      createdAt: new Date(Date.now() - 600_000),
    }),
  );
  const ending = await aLink(ann);
  await asSystem((tx) =>
    tx.update(items).set({ accessTokenSealed: sealedByNobody }).where(eq(items.id, ending.itemId)),
  );
  await markEnding(ann, ending.itemId);
  const bob = await aUser();
  await aLink(bob);
  await sweep({ until: Date.now() + 20_000 });
  expect((await bankRows(bob)).length).toBeGreaterThan(0);
});
