import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { anItem, aUser } from '../support/factories';
import { itemProducts, items, syncJobs, webhooks } from '@/db/schema';
import { saveWebhooks } from '@/db/queries/webhooks';
import { askForRefresh, askForSync } from '@/lib/sync/refresh';
import { drainWebhooks } from '@/lib/sync/drain-webhooks';

async function anItemOfPlaid() {
  const userId = await aUser();
  const plaidItemId = randomUUID();
  const itemId = await anItem(userId, { plaidItemId });
  await asSystem((tx) => tx.insert(syncJobs).values({ userId, itemId }).onConflictDoNothing());
  return { userId, itemId, plaidItemId };
}

/** Has it worked off; answers what it came to. */
async function told(
  type: string,
  code: string,
  plaidItemId: string | null,
  body: Record<string, unknown> = {},
) {
  const key = randomUUID();
  await saveWebhooks([{ key, type, code, plaidItemId, body }]);
  await drainWebhooks(Date.now() + 10_000);
  const [row] = await asSystem((tx) => tx.select().from(webhooks).where(eq(webhooks.key, key)));
  return row?.outcome;
}

const itemOf = async (plaidItemId: string) =>
  (await asSystem((tx) => tx.select().from(items).where(eq(items.plaidItemId, plaidItemId))))[0];

test('how much history is there is kept, and not taken back by an older message (TXN-25)', async () => {
  const { plaidItemId } = await anItemOfPlaid();
  const say = (initial: boolean, historical: boolean) =>
    told('TRANSACTIONS', 'SYNC_UPDATES_AVAILABLE', plaidItemId, {
      initial_update_complete: initial,
      historical_update_complete: historical,
    });
  expect(await say(true, false)).toBe('handled');
  expect(await itemOf(plaidItemId)).toMatchObject({ announcedHistory: 'initial' });
  await say(true, true);
  await say(true, false);
  expect(await itemOf(plaidItemId)).toMatchObject({ announcedHistory: 'complete' });
});

test('news of the owners has them read again; a moved webhook is recorded (IDN-4, ITM-7)', async () => {
  const { userId, itemId, plaidItemId } = await anItemOfPlaid();
  const row = { userId, itemId, product: 'identity', state: 'ready' } as const;
  await asSystem((tx) => tx.insert(itemProducts).values(row));
  expect(await told('IDENTITY', 'DEFAULT_UPDATE', plaidItemId)).toBe('handled');
  const [product] = await asSystem((tx) =>
    tx.select().from(itemProducts).where(eq(itemProducts.itemId, itemId)),
  );
  expect(product).toMatchObject({ state: 'waiting' });
  expect(await told('ITEM', 'WEBHOOK_UPDATE_ACKNOWLEDGED', plaidItemId)).toBe('handled');
  expect((await itemOf(plaidItemId))?.webhookAcknowledgedAt).not.toBeNull();
});

test('ends of Link sessions and words that nobody knows are kept, and harm nobody (WHK-6)', async () => {
  expect(await told('LINK', 'SESSION_FINISHED', null)).toBe('not-used');
  expect(await told('UNREADABLE', 'UNREADABLE', null, { text: '[]' })).toBe('unknown');
});

test('a person who asks again and again is told when it is possible again, for that bank alone', async () => {
  const { userId, itemId } = await anItemOfPlaid();
  await askForRefresh(userId, itemId);
  const again = askForRefresh(userId, itemId);
  await expect(again).rejects.toMatchObject({ code: 'rate-limited', status: 429 });
  await expect(again).rejects.toThrow(/You can ask again in \d+ seconds?\./);
  const other = await anItemOfPlaid();
  await askForRefresh(other.userId, other.itemId);
  for (let wish = 0; wish < 10; wish++) await askForSync(userId, itemId);
  await expect(askForSync(userId, itemId)).rejects.toMatchObject({ code: 'rate-limited' });
  await expect(askForSync(other.userId, itemId)).rejects.toMatchObject({ code: 'not-found' });
});
