import { Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { anEmulator, plaidClientFor, steer } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { refusal } from '../support/plaid-refusal';

const FIRST_ITEM = { institution_id: 'ins_109508', initial_products: [Products.Transactions] };

describe('tokens', () => {
  it('let a public token be exchanged once', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { data } = await plaid.sandboxPublicTokenCreate(FIRST_ITEM);
    const { public_token } = data;
    const both = await Promise.allSettled([
      plaid.itemPublicTokenExchange({ public_token }),
      plaid.itemPublicTokenExchange({ public_token }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(plaid.itemPublicTokenExchange({ public_token }))).toMatchObject({
      type: 'INVALID_INPUT',
      code: 'INVALID_PUBLIC_TOKEN',
    });
  });

  it('let a public token die after half an hour', async () => {
    const emulator = anEmulator();
    const plaid = plaidClientFor(emulator);
    const { data } = await plaid.sandboxPublicTokenCreate(FIRST_ITEM);
    await steer(emulator, '/clock/advance', { ms: 30 * 60_000 });
    const late = plaid.itemPublicTokenExchange({ public_token: data.public_token });
    expect((await refusal(late)).code).toBe('INVALID_PUBLIC_TOKEN');
  });

  it('let another public token be made of an Item, for one more access token', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { accessToken, itemId } = await linkedItem(plaid);
    const { data } = await plaid.itemCreatePublicToken({ access_token: accessToken });
    const exchanged = await plaid.itemPublicTokenExchange({ public_token: data.public_token });
    expect(exchanged.data.item_id).toBe(itemId);
    expect(exchanged.data.access_token).not.toBe(accessToken);
  });

  it('are rotated, and the old one is unknown at once', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { accessToken, itemId } = await linkedItem(plaid);
    const { data } = await plaid.itemAccessTokenInvalidate({ access_token: accessToken });
    const item = await plaid.itemGet({ access_token: data.new_access_token });
    expect(item.data.item.item_id).toBe(itemId);
    const old = plaid.itemGet({ access_token: accessToken });
    expect((await refusal(old)).code).toBe('INVALID_ACCESS_TOKEN');
  });

  it('of a removed Item say that it is gone; of none that they are unknown', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { accessToken } = await linkedItem(plaid);
    const { data } = await plaid.itemRemove({ access_token: accessToken });
    expect(Object.keys(data)).toEqual(['request_id']);
    expect(await refusal(plaid.accountsGet({ access_token: accessToken }))).toMatchObject({
      type: 'ITEM_ERROR',
      code: 'ITEM_NOT_FOUND',
    });
    const never = plaid.accountsGet({ access_token: 'access-sandbox-never' });
    expect((await refusal(never)).code).toBe('INVALID_ACCESS_TOKEN');
  });

  it('are the same for the same seed and steps', async () => {
    const link = () => linkedItem(plaidClientFor(anEmulator({ seed: 'ann' })));
    const [ann, again] = [await link(), await link()];
    const bob = await linkedItem(plaidClientFor(anEmulator({ seed: 'bob' })));
    expect(again).toEqual(ann);
    expect(bob.accessToken).not.toBe(ann.accessToken);
  });
});

describe('an Item', () => {
  it('shows its products apart from those it could have', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { accessToken } = await linkedItem(plaid, { webhook: 'https://app.test/hook' });
    const { item, status } = (await plaid.itemGet({ access_token: accessToken })).data;
    expect(item.billed_products).toEqual(['transactions']);
    expect(item.available_products).toContain('liabilities');
    expect(item.available_products).not.toContain('transactions');
    expect(item.webhook).toBe('https://app.test/hook');
    expect(item.institution_name).toBe('First Platypus Bank');
    expect(status?.transactions?.last_successful_update).toBeTruthy();
  });

  it('grows a product when that product is asked', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { accessToken } = await linkedItem(plaid);
    await plaid.liabilitiesGet({ access_token: accessToken });
    const { data } = await plaid.itemGet({ access_token: accessToken });
    expect(data.item.billed_products).toContain('liabilities');
  });

  it('after reset_login answers its error everywhere but on /item/get, and nothing after a repair', async () => {
    const emulator = anEmulator();
    const plaid = plaidClientFor(emulator);
    const { accessToken: access_token, itemId } = await linkedItem(plaid);
    expect((await plaid.sandboxItemResetLogin({ access_token })).data.reset_login).toBe(true);
    for (const call of [
      plaid.accountsGet({ access_token }),
      plaid.transactionsSync({ access_token }),
      plaid.liabilitiesGet({ access_token }),
      plaid.accountsBalanceGet({ access_token }),
    ]) {
      expect(await refusal(call)).toMatchObject({ status: 400, code: 'ITEM_LOGIN_REQUIRED' });
    }
    const broken = await plaid.itemGet({ access_token });
    expect(broken.data.item.error?.error_code).toBe('ITEM_LOGIN_REQUIRED');
    await steer(emulator, '/items/heal', { item_id: itemId });
    expect((await plaid.itemGet({ access_token })).data.item.error).toBeNull();
    expect((await plaid.accountsGet({ access_token })).data.accounts.length).toBeGreaterThan(0);
  });

  it('breaks by itself when its consent runs out', async () => {
    const emulator = anEmulator();
    const plaid = plaidClientFor(emulator);
    const { accessToken: access_token, itemId } = await linkedItem(plaid);
    await steer(emulator, '/items/expire-consent', { item_id: itemId, in_days: 7 });
    expect((await plaid.accountsGet({ access_token })).data.item.consent_expiration_time).toBeTruthy();
    await steer(emulator, '/clock/advance', { days: 7 });
    expect((await refusal(plaid.accountsGet({ access_token }))).code).toBe('ITEM_LOGIN_REQUIRED');
  });

  it('serves a closed account no longer', async () => {
    const emulator = anEmulator();
    const plaid = plaidClientFor(emulator);
    const { accessToken: access_token, itemId: item_id } = await linkedItem(plaid);
    const [first] = (await plaid.accountsGet({ access_token })).data.accounts;
    const account_id = first?.account_id ?? '';
    await steer(emulator, '/items/close-account', { item_id, account_id });
    const { data } = await plaid.accountsGet({ access_token });
    expect(data.accounts.map((account) => account.account_id)).not.toContain(account_id);
    const asked = plaid.accountsGet({ access_token, options: { account_ids: [account_id] } });
    expect((await refusal(asked)).code).toBe('INVALID_ACCOUNT_ID');
  });

  it('cannot be made at a bank that is down, with bad credentials, or for a product it lacks', async () => {
    const plaid = plaidClientFor(anEmulator());
    const attempt = (given: object) => refusal(plaid.sandboxPublicTokenCreate({ ...FIRST_ITEM, ...given }));
    expect((await attempt({ institution_id: 'ins_132361' })).code).toBe('INSTITUTION_DOWN');
    expect((await attempt({ institution_id: 'ins_nope' })).code).toBe('INVALID_INSTITUTION');
    expect((await attempt({ initial_products: ['balance'] })).code).toBe('INVALID_PRODUCT');
    expect((await attempt({ initial_products: [] })).code).toBe('INVALID_PRODUCT');
    expect((await attempt({ options: { override_password: 'error_ITEM_LOCKED' } })).code).toBe('ITEM_LOCKED');
    expect((await attempt({ options: { override_password: 'wrong' } })).code).toBe('INVALID_CREDENTIALS');
  });
});
