import { eq } from 'drizzle-orm';
import { Products, SandboxItemFireWebhookRequestWebhookCodeEnum } from 'plaid';
import { beforeEach, expect, test, vi } from 'vitest';
import { GET as cron } from '@/app/api/cron/sync/route';
import { POST as receive } from '@/app/api/plaid/webhook/route';
import { asSystem } from '@/db/client';
import { accounts, items, syncJobs, syncRuns, webhooks } from '@/db/schema';
import type { Emulator } from '@/emulator';
import { addDays } from '@/lib/core/day';
import { env } from '@/lib/env';
import { callPlaid } from '@/lib/plaid/client';
import { forgetKeys } from '@/lib/plaid/webhook-keys';
import { open } from '@/lib/secrets';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { aLink, bankRows, drain, engineOn, pull } from '../support/engine';
import { aUser } from '../support/factories';

/** What the host would do after the answer; the framework's own, which needs a running server. */
const later: Promise<unknown>[] = [];
vi.mock('next/server', () => ({ after: (work: () => Promise<unknown>) => later.push(work()) }));

const today = bankToday();
const password = aCustomUser([{ transacted: addDays(today, -3), amount: 12.5, description: 'Corner Shop' }]);
const webhook = 'http://localhost:3000/api/plaid/webhook';

beforeEach(async () => {
  forgetKeys();
  await asSystem((tx) => tx.delete(webhooks));
});

async function linked(products?: Products[]) {
  const answers: number[] = [];
  const emulator = engineOn({
    deliver: async (request) => {
      const answer = await receive(request);
      answers.push(answer.status);
      return answer;
    },
  });
  const userId = await aUser();
  const link = await aLink(userId, {
    username: 'user_custom',
    password,
    webhook,
    ...(products ? { products } : {}),
  });
  await drain();
  await settled(emulator);
  const [account] = await asSystem((tx) => tx.select().from(accounts).where(eq(accounts.userId, userId)));
  const add = (name: string) =>
    pull(emulator, '/transactions/add', {
      item_id: link.plaidItemId,
      account_id: account?.plaidAccountId,
      amount: 7,
      name,
    });
  return { emulator, userId, answers, add, ...link };
}

async function settled(emulator: Emulator): Promise<void> {
  await emulator.idle();
  await Promise.all(later.splice(0));
}

async function lastWebhook(emulator: Emulator): Promise<string> {
  const { webhooks: sent } = (await pull(emulator, '/webhooks/list')) as {
    webhooks: { webhook_id: string }[];
  };
  return sent.at(-1)?.webhook_id ?? '';
}

test('a webhook brings the new row', async () => {
  const { emulator, userId, add, answers } = await linked();
  await add('News');
  await settled(emulator);
  expect(await bankRows(userId)).toHaveLength(2);
  expect(new Set(answers)).toEqual(new Set([200]));
});

test.each(['bad-signature', 'old', 'tampered', 'unsigned'])(
  'check 7: a webhook that is forged (%s) is refused and stores nothing',
  async (tampering) => {
    const { emulator, add } = await linked();
    await add('News');
    await settled(emulator);
    await asSystem((tx) => tx.delete(webhooks));
    const webhook_id = await lastWebhook(emulator);
    expect(await pull(emulator, '/webhooks/resend', { webhook_id, tampering })).toMatchObject({
      status: 401,
    });
    expect(await asSystem((tx) => tx.select().from(webhooks))).toEqual([]);
  },
);

test('check 5: the same webhook five times at once is answered five times and changes nothing more', async () => {
  const { emulator, userId, itemId, add } = await linked();
  await add('News');
  await settled(emulator);
  const rows = await bankRows(userId);
  const runs = async () =>
    (await asSystem((tx) => tx.select().from(syncRuns).where(eq(syncRuns.itemId, itemId)))).length;
  const before = await runs();
  const webhook_id = await lastWebhook(emulator);
  await Promise.all([1, 2, 3, 4, 5].map(() => pull(emulator, '/webhooks/resend', { webhook_id })));
  await settled(emulator);
  expect(await bankRows(userId)).toEqual(rows);
  expect((await runs()) - before).toBeLessThanOrEqual(2);
});

test('check 9: a webhook of an unknown kind and one of an unknown Item are answered and do no harm', async () => {
  const { emulator, userId, itemId, answers, add } = await linked([Products.Transactions, Products.Auth]);
  const [item] = await asSystem((tx) => tx.select().from(items).where(eq(items.id, itemId)));
  const access_token = open(item?.accessTokenSealed ?? '', `items.access_token:${itemId}`);
  const webhook_code = SandboxItemFireWebhookRequestWebhookCodeEnum.SmsMicrodepositsVerification;
  await callPlaid((api) => api.sandboxItemFireWebhook({ access_token, webhook_code }));
  await settled(emulator);
  const outcomes = async () =>
    (await asSystem((tx) => tx.select().from(webhooks))).map(({ code, outcome }) => `${code} ${outcome}`);
  expect(await outcomes()).toContain('SMS_MICRODEPOSITS_VERIFICATION unknown');
  const rows = await bankRows(userId);
  await asSystem((tx) => tx.update(items).set({ plaidItemId: 'another' }).where(eq(items.id, itemId)));
  await add('For nobody');
  await settled(emulator);
  expect(await outcomes()).toContain('SYNC_UPDATES_AVAILABLE orphan');
  expect(new Set(answers)).toEqual(new Set([200]));
  expect(await bankRows(userId)).toEqual(rows);
});

test('keys that the other side has changed are learnt', async () => {
  const { emulator, userId, add } = await linked();
  await pull(emulator, '/webhooks/rotate-keys');
  await add('After rotation');
  await settled(emulator);
  expect(await bankRows(userId)).toHaveLength(2);
});

test('an error that only the person can mend is marked from the webhook alone', async () => {
  const { emulator, itemId, plaidItemId } = await linked();
  await pull(emulator, '/items/break', { item_id: plaidItemId });
  await settled(emulator);
  const [item] = await asSystem((tx) => tx.select().from(items).where(eq(items.id, itemId)));
  expect(item).toMatchObject({ state: 'needs-repair', errorCode: 'ITEM_LOGIN_REQUIRED' });
});

test('new accounts and consent that ends are marked', async () => {
  const { emulator, itemId, plaidItemId } = await linked();
  await pull(emulator, '/items/new-accounts-available', { item_id: plaidItemId });
  await pull(emulator, '/items/expire-consent', { item_id: plaidItemId, in_days: 5 });
  await settled(emulator);
  const [item] = await asSystem((tx) => tx.select().from(items).where(eq(items.id, itemId)));
  expect(item).toMatchObject({ state: 'repair-soon', hasNewAccounts: true });
  expect(item?.consentExpiresAt).not.toBeNull();
});

test('the schedule’s door opens with its secret only', async () => {
  const call = (authorization?: string) =>
    cron(
      new Request('http://localhost:3000/api/cron/sync', { headers: authorization ? { authorization } : {} }),
    );
  expect((await call()).status).toBe(401);
  expect((await call('Bearer wrong')).status).toBe(401);
  expect((await call(`Bearer ${env().CRON_SECRET}`)).status).toBe(200);
  const [waiting] = await asSystem((tx) => tx.select().from(syncJobs));
  expect(waiting).toBeDefined();
});
