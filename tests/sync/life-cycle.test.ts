/** What befalls a connection between its link and its end, and the way back from each (S12, ITM-11). */
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { getConnection, getRemovalEffect } from '@/db/queries/connections';
import { markNewAccounts, saveState } from '@/db/queries/sync/items';
import type { StoredWebhook } from '@/db/queries/webhooks';
import { items } from '@/db/schema';
import type { Emulator } from '@/emulator';
import { addDays } from '@/lib/core/day';
import type { ItemId } from '@/lib/core/id';
import { answerThrough } from '@/lib/plaid/client';
import { handleWebhook } from '@/lib/sync/handle-webhook';
import { removeItem } from '@/lib/sync/remove-item';
import { repairDone, startRepair } from '@/lib/sync/repair-item';
import { requestSync } from '@/lib/sync/request-sync';
import { syncItem } from '@/lib/sync/sync-item';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { adapterFor } from '../support/emulator-client';
import { aLink, drain, engineOn, pull } from '../support/engine';
import { anAccount, anItem, aTransaction, aUser } from '../support/factories';

const today = bankToday();
const password = aCustomUser([{ transacted: addDays(today, -3), amount: 12.5, description: 'Corner Shop' }]);
const custom = { username: 'user_custom', password };
const DAY_MS = 86_400_000;

async function linked(offer: Parameters<typeof aLink>[1] = custom) {
  const emulator = engineOn();
  const userId = await aUser();
  const link = await aLink(userId, offer);
  await drain();
  const again = async () => {
    await requestSync(userId, link.itemId);
    return syncItem(userId, link.itemId, { until: Date.now() + 60_000 });
  };
  const state = async () => {
    const {
      state: word,
      errorCode,
      disconnectReason,
      hasNewAccounts,
    } = await getConnection(userId, link.itemId);
    return { word, errorCode, disconnectReason, hasNewAccounts };
  };
  const told = (code: string, body: Record<string, unknown> = {}, at = new Date()) =>
    handleWebhook(aWebhook(link.plaidItemId, code, body, at));
  return { emulator, userId, again, state, told, ...link };
}

function aWebhook(plaidItemId: string, code: string, body: object, receivedAt: Date): StoredWebhook {
  return { id: code, type: 'ITEM', code, plaidItemId, body: { ...body }, receivedAt };
}

const leaving = (days: number, reason = 'INSTITUTION_MIGRATION') => ({
  reason,
  disconnect_time: new Date(Date.now() + days * DAY_MS).toISOString(),
});

test('a bank that gives notice is believed in its reason and its day, until the log-in is repaired', async () => {
  const { userId, itemId, state, told, again } = await linked();
  await told('PENDING_DISCONNECT', leaving(5));
  expect(await state()).toMatchObject({ word: 'repair-soon', disconnectReason: 'INSTITUTION_MIGRATION' });
  const { disconnectsAt } = await getConnection(userId, itemId);
  expect(disconnectsAt?.getTime()).toBeGreaterThan(Date.now() + 4 * DAY_MS);
  // A sync shows nothing of it, so it does not take it back either.
  await again();
  expect(await state()).toMatchObject({ word: 'repair-soon', errorCode: 'PENDING_DISCONNECT' });
  await told('LOGIN_REPAIRED');
  expect(await state()).toEqual({
    word: 'healthy',
    errorCode: null,
    disconnectReason: null,
    hasNewAccounts: false,
  });
});

test('a notice whose day has gone by while the bank still serves us is void', async () => {
  const { state, told, again } = await linked();
  await told('PENDING_DISCONNECT', leaving(-1, 'INSTITUTION_TOKEN_EXPIRATION'));
  expect(await state()).toMatchObject({ word: 'repair-soon' });
  await again();
  expect(await state()).toMatchObject({ word: 'healthy', disconnectReason: null });
});

test('a notice with nothing in it, or with nonsense, is a notice all the same', async () => {
  const { state, told } = await linked();
  await told('PENDING_DISCONNECT', { reason: 7, disconnect_time: 'soon' });
  expect(await state()).toMatchObject({ word: 'repair-soon', disconnectReason: null });
});

test('a repair that was told of before the newest evidence takes nothing back', async () => {
  const { state, told } = await linked();
  const before = new Date();
  await told('PENDING_DISCONNECT', leaving(5));
  await told('LOGIN_REPAIRED', {}, new Date(before.getTime() - 1000));
  expect(await state()).toMatchObject({ word: 'repair-soon' });
});

test('consent that ends soon is told with its day, and renewing it takes the warning away', async () => {
  const { emulator, userId, itemId, plaidItemId, state, again } = await linked();
  await pull(emulator, '/items/expire-consent', { item_id: plaidItemId, in_days: 3 });
  await again();
  expect(await state()).toMatchObject({ word: 'repair-soon', errorCode: 'PENDING_EXPIRATION' });
  await pull(emulator, '/items/heal', { item_id: plaidItemId });
  await repairDone(userId, itemId);
  await drain();
  expect(await state()).toMatchObject({ word: 'healthy' });
  const { consentExpiresAt } = await getConnection(userId, itemId);
  expect(consentExpiresAt?.getTime()).toBeGreaterThan(Date.now() + 30 * DAY_MS);
});

test('a connection that was taken for ended is alive again when the bank serves it', async () => {
  const { userId, itemId, state, again } = await linked();
  await saveState(userId, itemId, { state: 'revoked', errorCode: 'ITEM_NOT_FOUND' });
  await again();
  expect(await state()).toMatchObject({ word: 'healthy', errorCode: null });
});

test('an offer of new accounts stands until the accounts were up for choice', async () => {
  const { userId, itemId, state } = await linked();
  await markNewAccounts(userId, itemId, true);
  await repairDone(userId, itemId);
  expect(await state()).toMatchObject({ hasNewAccounts: true });
  await repairDone(userId, itemId, { hasChosen: true });
  expect(await state()).toMatchObject({ hasNewAccounts: false });
});

test('at a bank with pages of its own the accounts are always up for choice', async () => {
  const { userId, itemId, state } = await linked({ ...custom, institutionId: 'ins_127287' });
  await markNewAccounts(userId, itemId, true);
  await repairDone(userId, itemId);
  expect(await state()).toMatchObject({ hasNewAccounts: false });
});

test('what the bank wants a yes for is asked for by name, and each product keeps its own times', async () => {
  const { emulator, userId, itemId, again, state } = await linked({ username: 'user_good' });
  const asked = requestsTo(emulator, '/link/token/create');
  await startRepair(userId, itemId, { accountSelection: false });
  const refusal = { endpoint: '/liabilities/get', error_code: 'ADDITIONAL_CONSENT_REQUIRED' };
  await pull(emulator, '/faults/add', refusal);
  await again();
  expect(await state()).toMatchObject({ word: 'healthy' });
  const { failed } = await getConnection(userId, itemId);
  expect(failed).toEqual([{ product: 'liabilities', errorCode: 'ADDITIONAL_CONSENT_REQUIRED' }]);
  await startRepair(userId, itemId, { accountSelection: true });
  expect(asked.map((body) => Object.keys(body).includes('products'))).toEqual([false, false]);
  expect(asked.map((body) => body['additional_consented_products'])).toEqual([undefined, ['liabilities']]);
  await repairDone(userId, itemId);
  await drain();
  const { failed: left, products } = await getConnection(userId, itemId);
  expect(left).toEqual([]);
  const times = (name: string) => {
    const row = products.find(({ product }) => product === name);
    return [row?.bankReachedAt instanceof Date, row?.changedAt instanceof Date];
  };
  expect(times('transactions')).toEqual([true, true]);
  // Plaid tells no look of its own for debts.
  expect(times('liabilities')).toEqual([false, true]);
});

test('a removal says before what it takes, of this connection alone, and after whether Plaid has confirmed', async () => {
  const userId = await aUser();
  const [itemId, other] = [await anItem(userId), await anItem(userId)];
  const accountId = await anAccount({ userId, itemId }, { bankName: 'Checking', mask: '1234' });
  await aTransaction({ userId, accountId });
  await aTransaction({ userId, accountId }, { note: 'Mine', postedDay: addDays(today, -700) });
  await aTransaction({ userId, accountId }, { userCategoryId: 'pets', removedAt: new Date() });
  await aTransaction({ userId, accountId: await anAccount({ userId, itemId: other }) });
  expect(await getRemovalEffect(userId, itemId)).toEqual({
    accounts: [{ name: 'Checking', mask: '1234' }],
    transactions: 2,
    edited: 1,
    firstDay: addDays(today, -700),
  });
  const real = await linked();
  await pull(real.emulator, '/faults/add', { endpoint: '/item/remove', error_code: 'INTERNAL_SERVER_ERROR' });
  expect(await removeItem(real.userId, real.itemId)).toBe(false);
  expect(await rowsOf(real.itemId)).toBe(1);
  const next = await linked();
  expect(await removeItem(next.userId, next.itemId)).toBe(true);
  expect(await rowsOf(next.itemId)).toBe(0);
});

/** The bodies of the app's calls of one path from here on. */
function requestsTo(emulator: Emulator, path: string): Record<string, unknown>[] {
  const answer = adapterFor(emulator);
  const bodies: Record<string, unknown>[] = [];
  answerThrough(async (call: Parameters<typeof answer>[0]) => {
    if (call.url?.endsWith(path)) bodies.push(JSON.parse(String(call.data)));
    return answer(call);
  });
  return bodies;
}

async function rowsOf(itemId: ItemId): Promise<number> {
  const [row] = await asSystem((tx) =>
    tx.select({ count: sql<number>`count(*)::int` }).from(items).where(eq(items.id, itemId)),
  );
  return row?.count ?? 0;
}
