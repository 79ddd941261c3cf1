import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { FileStore } from '@/emulator/stores/file';
import { anEmulator, plaidClientFor, steer } from '../support/emulator-client';
import { refusal } from '../support/plaid-refusal';
import { aLegacyUser, ANN, anUpgradedUser, BOB, linkFor } from '../support/plaid-users';

const TRANSACTIONS = { products: [Products.Transactions] };

describe('a user of the newer kind', () => {
  it('is known by its id alone, and is the same when created again', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { data } = await plaid.userCreate({ client_user_id: 'ann', identity: ANN });
    expect(data.user_id).toMatch(/^usr_\w{29}$/);
    expect(data.user_token).toBeUndefined();
    expect(await anUpgradedUser(plaid)).toBe(data.user_id);
    expect(await anUpgradedUser(plaid, 'another')).not.toBe(data.user_id);
  });

  it('may be asked for by the flag or by the header', async () => {
    const plaid = plaidClientFor(anEmulator());
    const byFlag = await plaid.userCreate({ client_user_id: 'ann', with_upgraded_user: true });
    const byHeader = await plaid.userCreate({ client_user_id: 'bob' }, true);
    for (const { data } of [byFlag, byHeader])
      expect(Object.keys(data).sort()).toEqual(['request_id', 'user_id']);
  });

  it('shows what it was told, and keeps what it was not told anew', async () => {
    const plaid = plaidClientFor(anEmulator());
    const user_id = await anUpgradedUser(plaid);
    await plaid.userUpdate({ user_id, identity: { emails: [{ data: 'new@example.com', primary: true }] } });
    const { data } = await plaid.userGet({ user_id });
    expect(data.client_user_id).toBe('ann');
    expect(data.identity).toEqual({ ...ANN, emails: [{ data: 'new@example.com', primary: true }] });
    expect(data.created_at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });
});

describe('a user of the older kind', () => {
  it('has a token beside its id, and is created once', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { userId, userToken } = await aLegacyUser(plaid);
    expect(userToken).toMatch(/^user-sandbox-[\da-f-]{36}$/);
    expect(userId).toMatch(/^\w{29}$/);
    const again = await refusal(plaid.userCreate({ client_user_id: 'bob' }));
    expect(again).toMatchObject({ status: 400, code: 'INVALID_FIELD' });
    expect(again.message).toContain('client_user_id: bob');
  });

  it('is found by either name, and by both when they agree', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { userId: user_id, userToken: user_token } = await aLegacyUser(plaid);
    for (const reference of [{ user_id }, { user_token }, { user_id, user_token }]) {
      expect((await plaid.userItemsGet(reference)).data.items).toEqual([]);
    }
    const stranger = await anUpgradedUser(plaid);
    const mixed = await refusal(plaid.userItemsGet({ user_id: stranger, user_token }));
    expect(mixed).toMatchObject({ type: 'INVALID_INPUT', code: 'INVALID_USER_TOKEN' });
  });
});

describe('users are refused', () => {
  it.each([
    ['a name with personal data in it', { client_user_id: 'ann@example.com' }, 'INVALID_FIELD'],
    ['a name that is too long', { client_user_id: 'x'.repeat(129) }, 'INVALID_FIELD'],
    ['no name', {}, 'MISSING_FIELDS'],
    ['a field that is unknown', { client_user_id: 'ann', nickname: 'A' }, 'UNKNOWN_FIELDS'],
    [
      'an identity without an address',
      { client_user_id: 'bob', consumer_report_user_identity: { ...BOB, primary_address: undefined } },
      'MISSING_FIELDS',
    ],
    [
      'a phone number that is none',
      { client_user_id: 'bob', consumer_report_user_identity: { ...BOB, phone_numbers: ['12'] } },
      'INVALID_FIELD',
    ],
  ])('for %s', async (_, request, code) => {
    const plaid = plaidClientFor(anEmulator());
    expect((await refusal(plaid.userCreate(JSON.parse(JSON.stringify(request))))).code).toBe(code);
  });

  it('when nobody is named, or somebody unknown', async () => {
    const plaid = plaidClientFor(anEmulator());
    expect((await refusal(plaid.userRemove({}))).code).toBe('MISSING_FIELDS');
    expect(await refusal(plaid.userRemove({ user_token: 'user-sandbox-never' }))).toMatchObject({
      type: 'INVALID_INPUT',
      code: 'INVALID_USER_TOKEN',
      message: 'could not find matching user token',
    });
    expect(await refusal(plaid.userGet({ user_id: 'usr_never' }))).toMatchObject({
      type: 'USER_ERROR',
      code: 'USER_NOT_FOUND',
    });
  });
});

describe('Items of a user', () => {
  it('come with a link in its name', async () => {
    const plaid = plaidClientFor(anEmulator());
    const user_id = await anUpgradedUser(plaid);
    await linkFor(plaid, { user_id }, TRANSACTIONS);
    await linkFor(plaid, { user_id }, { ...TRANSACTIONS, institutionId: 'ins_109511' });
    const { items } = (await plaid.userItemsGet({ user_id })).data;
    expect(items.map(({ institution_id }) => institution_id)).toEqual(['ins_109508', 'ins_109511']);
  });

  it('can be given to another user', async () => {
    const plaid = plaidClientFor(anEmulator());
    const user_id = await anUpgradedUser(plaid);
    const other = await anUpgradedUser(plaid, 'other');
    await linkFor(plaid, { user_id }, TRANSACTIONS);
    const [item] = (await plaid.userItemsGet({ user_id })).data.items;
    await plaid.userItemsAssociate({ user_id: other, item_ids: [item?.item_id ?? ''] });
    expect((await plaid.userItemsGet({ user_id })).data.items).toEqual([]);
    expect((await plaid.userItemsGet({ user_id: other })).data.items).toHaveLength(1);
    const unknown = plaid.userItemsAssociate({ user_id, item_ids: ['never'] });
    expect((await refusal(unknown)).code).toBe('ITEM_NOT_FOUND');
  });

  it('want a new sign-in when the Sandbox says so, all or the named ones', async () => {
    const plaid = plaidClientFor(anEmulator());
    const user_id = await anUpgradedUser(plaid);
    await linkFor(plaid, { user_id }, TRANSACTIONS);
    await linkFor(plaid, { user_id }, { ...TRANSACTIONS, institutionId: 'ins_109511' });
    const codes = async () =>
      (await plaid.userItemsGet({ user_id })).data.items.map(({ error }) => error?.error_code ?? null);
    const [first] = (await plaid.userItemsGet({ user_id })).data.items;
    await plaid.sandboxUserResetLogin({ user_id, item_ids: [first?.item_id ?? ''] });
    expect(await codes()).toEqual(['ITEM_LOGIN_REQUIRED', null]);
    await plaid.sandboxUserResetLogin({ user_id });
    expect(await codes()).toEqual(['ITEM_LOGIN_REQUIRED', 'ITEM_LOGIN_REQUIRED']);
  });

  it('go with the user, or by themselves', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { userId, userToken: user_token } = await aLegacyUser(plaid);
    const exchanged = await plaid.itemPublicTokenExchange({
      public_token: await linkFor(plaid, { user_token }, TRANSACTIONS),
    });
    await linkFor(plaid, { user_token }, { ...TRANSACTIONS, institutionId: 'ins_109511' });
    const [, second] = (await plaid.userItemsGet({ user_token })).data.items;
    const foreign = plaid.userItemsRemove({ user_token, item_ids: [second?.item_id ?? '', 'never'] });
    expect((await refusal(foreign)).code).toBe('ITEM_NOT_FOUND');
    await plaid.userItemsRemove({ user_token, item_ids: [second?.item_id ?? ''] });
    expect((await plaid.userItemsGet({ user_token })).data.items).toHaveLength(1);
    await plaid.userRemove({ user_token });
    const gone = await refusal(plaid.accountsGet({ access_token: exchanged.data.access_token }));
    expect(gone.code).toBe('ITEM_NOT_FOUND');
    expect((await refusal(plaid.userItemsGet({ user_id: userId }))).code).toBe('USER_NOT_FOUND');
    expect((await aLegacyUser(plaid)).userToken).not.toBe(user_token);
  });
});

it('a user is still there after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-users-'));
  try {
    const path = join(folder, 'state.json');
    const before = anEmulator({ store: await FileStore.open(path) });
    const user_id = await anUpgradedUser(plaidClientFor(before));
    await linkFor(plaidClientFor(before), { user_id }, TRANSACTIONS);
    await before.close();
    const after = anEmulator({ store: await FileStore.open(path) });
    const plaid = plaidClientFor(after);
    expect((await plaid.userGet({ user_id })).data.identity).toEqual(ANN);
    expect((await plaid.userItemsGet({ user_id })).data.items).toHaveLength(1);
    await after.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('a link token names its user, and takes a user instead of the `user` field', async () => {
  const emulator = anEmulator();
  await steer(emulator, '/clock/freeze');
  const plaid = plaidClientFor(emulator);
  const user_id = await anUpgradedUser(plaid);
  const token = { client_name: 'Evenkeel', language: 'en', country_codes: [], products: [] };
  const request = JSON.parse(
    JSON.stringify({ ...token, country_codes: ['US'], products: ['transactions'], user_id }),
  );
  expect((await plaid.linkTokenCreate(request)).data.user_id).toBe(user_id);
  const unknown = plaid.linkTokenCreate({ ...request, user_id: 'usr_never' });
  expect((await refusal(unknown)).code).toBe('USER_NOT_FOUND');
});
