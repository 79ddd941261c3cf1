import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { listStandings } from '@/db/queries/balances';
import { closeIntent, createIntent } from '@/db/queries/sync/links';
import { accounts, items, linkIntents } from '@/db/schema';
import { createPublicToken } from '@/emulator/items/item-tokens';
import { newItemId, type UserId } from '@/lib/core/id';
import { fingerprint, seal } from '@/lib/secrets';
import { linkItem, resumeIntent } from '@/lib/sync/link-item';
import { requestSync } from '@/lib/sync/request-sync';
import { aPublicToken, drain, engineOn, pull } from '../support/engine';
import { aUser } from '../support/factories';

const itemsOf = (userId: UserId) =>
  asSystem((tx) => tx.select().from(items).where(eq(items.userId, userId)).orderBy(items.createdAt));
const atPlaid = async (emulator: ReturnType<typeof engineOn>) =>
  ((await pull(emulator, '/items/list')) as { items: unknown[] }).items.length;

test('check 15: a token handed in twice at once is one connection, and both get its id', async () => {
  engineOn();
  const userId = await aUser();
  const publicToken = await aPublicToken();
  const ids = await Promise.all([1, 2, 3].map(() => linkItem(userId, { publicToken })));
  expect(new Set(ids).size).toBe(1);
  expect(await itemsOf(userId)).toHaveLength(1);
  expect(await linkItem(userId, { publicToken })).toBe(ids[0]);
});

test('check 12: the same bank again is refused before its token is exchanged, when Link says what was chosen', async () => {
  let exchanges = 0;
  engineOn({}, (path) => {
    if (path === '/item/public_token/exchange') exchanges += 1;
  });
  const userId = await aUser();
  const first = await linkItem(userId, { publicToken: await aPublicToken({ username: 'user_good' }) });
  const metadata = {
    institution: { name: 'First Platypus Bank', institution_id: 'ins_109508' },
    accounts: await chosen(userId),
  };
  const publicToken = await aPublicToken({ username: 'user_good' });
  const before = exchanges;
  await expect(linkItem(userId, { publicToken, metadata })).rejects.toMatchObject({
    code: 'conflict',
    itemId: first,
  });
  await expect(linkItem(userId, { publicToken, metadata })).rejects.toMatchObject({
    code: 'conflict',
    itemId: first,
  });
  expect(await itemsOf(userId)).toHaveLength(1);
  expect(exchanges).toBe(before);
});

test('the same bank again, without a word from Link, is ended at Plaid at once', async () => {
  const emulator = engineOn();
  const userId = await aUser();
  const first = await linkItem(userId, { publicToken: await aPublicToken({ username: 'user_good' }) });
  const before = await atPlaid(emulator);
  const publicToken = await aPublicToken({ username: 'user_good' });
  await expect(linkItem(userId, { publicToken })).rejects.toMatchObject({ code: 'conflict', itemId: first });
  expect((await itemsOf(userId)).map(({ id }) => id)).toEqual([first]);
  expect(await atPlaid(emulator)).toBe(before);
});

test('the same bank twice at the same moment leaves one connection', async () => {
  engineOn();
  const userId = await aUser();
  const tokens = [
    await aPublicToken({ username: 'user_good' }),
    await aPublicToken({ username: 'user_good' }),
  ];
  const ends = await Promise.allSettled(tokens.map((publicToken) => linkItem(userId, { publicToken })));
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await itemsOf(userId)).toHaveLength(1);
});

test('two people may link the same joint account', async () => {
  engineOn();
  const [ann, bob] = [await aUser(), await aUser()];
  await linkItem(ann, { publicToken: await aPublicToken({ username: 'user_good' }) });
  await linkItem(bob, { publicToken: await aPublicToken({ username: 'user_good' }) });
  expect(await itemsOf(ann)).toHaveLength(1);
  expect(await itemsOf(bob)).toHaveLength(1);
});

test('a token that is used, foreign or made up is refused with a sentence', async () => {
  engineOn();
  const publicToken = 'public-sandbox-00000000-0000-0000-0000-000000000000';
  await expect(linkItem(await aUser(), { publicToken })).rejects.toMatchObject({ code: 'invalid-input' });
});

test('a crash after the intent and before the exchange is made good by the schedule', async () => {
  engineOn();
  const userId = await aUser();
  const publicToken = await aPublicToken({ username: 'user_good' });
  const id = crypto.randomUUID();
  const hints = { linkSessionId: null, plaidInstitutionId: null };
  const publicTokenSealed = seal(publicToken, `link_intents.public_token:${id}`);
  const publicTokenHash = fingerprint(publicToken);
  await createIntent(userId, { id, itemId: newItemId(), publicTokenHash, publicTokenSealed, ...hints });
  await resumeIntent(userId, id);
  expect(await itemsOf(userId)).toHaveLength(1);
  const [intent] = await asSystem((tx) => tx.select().from(linkIntents).where(eq(linkIntents.id, id)));
  expect(intent).toMatchObject({ state: 'exchanged', publicTokenSealed: null });
});

test('tokens are nowhere in clear text', async () => {
  const [stored] = await asSystem((tx) => tx.select().from(items));
  expect(stored?.accessTokenSealed).not.toContain('access-');
});

test('an intent that another submit has exchanged meanwhile has not failed', async () => {
  engineOn();
  const userId = await aUser();
  const publicToken = await aPublicToken();
  const itemId = await linkItem(userId, { publicToken });
  const [intent] = await asSystem((tx) =>
    tx.select().from(linkIntents).where(eq(linkIntents.userId, userId)),
  );
  await closeIntent(userId, intent?.id ?? '', { state: 'failed', itemId: null });
  expect(await linkItem(userId, { publicToken })).toBe(itemId);
});

async function chosen(userId: UserId) {
  const rows = await asSystem((tx) => tx.select().from(accounts).where(eq(accounts.userId, userId)));
  return rows.map(({ bankName, mask, subtype }) => ({ name: bankName, mask, subtype }));
}

test('another token of a connection that is there already makes no second one and ends none', async () => {
  const emulator = engineOn();
  const userId = await aUser();
  const first = await linkItem(userId, { publicToken: await aPublicToken() });
  const [linked] = await itemsOf(userId);
  const publicToken = await createPublicToken(await emulator.world(), linked?.plaidItemId ?? '', {
    update: false,
  });
  const again = linkItem(userId, { publicToken });
  await expect(again).rejects.toMatchObject({ code: 'conflict', itemId: first });
  expect(await itemsOf(userId)).toMatchObject([{ id: first, state: 'healthy' }]);
  expect(await atPlaid(emulator)).toBe(1);
});

test('a bank that is linked again after it had ended counts once: the new connection waits for the person', async () => {
  const emulator = engineOn();
  const userId = await aUser();
  const former = await linkItem(userId, { publicToken: await aPublicToken() });
  await drain();
  const before = await listStandings(userId);
  const [ended] = await itemsOf(userId);
  await pull(emulator, '/items/revoke', { item_id: ended?.plaidItemId });
  await requestSync(userId, former);
  await drain();
  const present = await linkItem(userId, { publicToken: await aPublicToken() });
  await drain();
  expect(await itemsOf(userId)).toMatchObject([
    { id: former, state: 'revoked' },
    { id: present, state: 'healthy', replacesItemId: former },
  ]);
  expect((await listStandings(userId)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('a bank twice, whose accounts could not be read in time, counts once: the second waits for the person', async () => {
  const emulator = engineOn();
  const userId = await aUser();
  const first = await linkItem(userId, { publicToken: await aPublicToken() });
  await drain();
  const before = await listStandings(userId);
  await pull(emulator, '/faults/add', { endpoint: '/accounts/get', error_code: 'INTERNAL_SERVER_ERROR' });
  const second = await linkItem(userId, { publicToken: await aPublicToken() });
  await drain();
  expect(await itemsOf(userId)).toMatchObject([
    { id: first, replacesItemId: null },
    { id: second, replacesItemId: first },
  ]);
  expect((await listStandings(userId)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('a second log-in that the person calls another one counts, also where its accounts are read later', async () => {
  const emulator = engineOn();
  const userId = await aUser();
  await linkItem(userId, { publicToken: await aPublicToken() });
  await drain();
  await pull(emulator, '/faults/add', { endpoint: '/accounts/get', error_code: 'INTERNAL_SERVER_ERROR' });
  const metadata = { institution: { name: 'First Platypus Bank', institution_id: 'ins_109508' } };
  await linkItem(userId, { publicToken: await aPublicToken(), metadata, isAnother: true });
  await drain();
  expect(await itemsOf(userId)).toMatchObject([{ replacesItemId: null }, { replacesItemId: null }]);
});
