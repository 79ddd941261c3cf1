import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { items, syncJobs, users } from '@/db/schema';
import { addDays } from '@/lib/core/day';
import type { ItemId } from '@/lib/core/id';
import { invalidateToken } from '@/lib/plaid/items';
import { open } from '@/lib/secrets';
import { removeItem } from '@/lib/sync/remove-item';
import { rotateToken } from '@/lib/sync/rotate-token';
import { sweep } from '@/lib/sync/sweep';
import { syncItem } from '@/lib/sync/sync-item';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { aLink, bankRows, drain, engineOn, pull } from '../support/engine';
import { aUser } from '../support/factories';

const password = aCustomUser([
  { transacted: addDays(bankToday(), -3), amount: 12.5, description: 'Corner Shop' },
]);
const soon = () => ({ until: Date.now() + 60_000 });

beforeEach(() => asSystem((tx) => tx.delete(users)));

const itemOf = async (itemId: ItemId) =>
  (await asSystem((tx) => tx.select().from(items).where(eq(items.id, itemId))))[0];

const tokenOf = async (itemId: ItemId) =>
  open((await itemOf(itemId))?.accessTokenSealed ?? '', `items.access_token:${itemId}`);

async function linked() {
  const emulator = engineOn();
  const userId = await aUser();
  const { itemId } = await aLink(userId, { username: 'user_custom', password });
  await drain();
  return { emulator, userId, itemId };
}

test('a new token takes the place of the old one, which is dead; syncs go on (TOK-5)', async () => {
  const { userId, itemId } = await linked();
  const old = await tokenOf(itemId);
  expect(await rotateToken({ userId, itemId })).toBe('rotated');
  expect(await tokenOf(itemId)).not.toBe(old);
  expect((await itemOf(itemId))?.tokenRotationAt).toBeNull();
  await expect(invalidateToken(old)).rejects.toMatchObject({ code: 'INVALID_ACCESS_TOKEN' });
  expect(await syncItem(userId, itemId, soon())).toBe('done');
});

test('while a run holds the Item its token stays', async () => {
  const { userId, itemId } = await linked();
  const old = await tokenOf(itemId);
  await asSystem((tx) => tx.update(syncJobs).set({ leaseUntil: new Date(Date.now() + 60_000) }));
  expect(await rotateToken({ userId, itemId })).toBe('busy');
  expect(await tokenOf(itemId)).toBe(old);
});

test('a refusal changes nothing; half an answer leaves the mark that the schedule looks for', async () => {
  const { emulator, userId, itemId } = await linked();
  const endpoint = '/item/access_token/invalidate';
  await pull(emulator, '/faults/add', { endpoint, error_code: 'INVALID_API_KEYS' });
  expect(await rotateToken({ userId, itemId })).toBe('refused');
  expect((await itemOf(itemId))?.tokenRotationAt).toBeNull();
  await pull(emulator, '/faults/add', { endpoint, body: 'drop' });
  expect(await rotateToken({ userId, itemId })).toBe('unsure');
  expect((await itemOf(itemId))?.tokenRotationAt).not.toBeNull();
});

test('a token lost between Plaid’s answer and our commit is found out; the history stays, and the person is asked', async () => {
  const { userId, itemId } = await linked();
  const rows = await bankRows(userId);
  await invalidateToken(await tokenOf(itemId));
  const longAgo = new Date(Date.now() - 300_000);
  await asSystem((tx) => tx.update(items).set({ tokenRotationAt: longAgo }));
  expect(await sweep(soon())).toMatchObject({ looks: 1 });
  expect(await itemOf(itemId)).toMatchObject({
    state: 'revoked',
    errorCode: 'INVALID_ACCESS_TOKEN',
    tokenRotationAt: null,
  });
  expect(await bankRows(userId)).toEqual(rows);
});

test('a removal in the midst of it waits for the new token, so that no Item lives on unseen (S11)', async () => {
  const { userId, itemId } = await linked();
  await invalidateToken(await tokenOf(itemId));
  await asSystem((tx) => tx.update(items).set({ tokenRotationAt: new Date() }));
  await removeItem(userId, itemId);
  expect(await itemOf(itemId)).toMatchObject({ state: 'ending' });
});
