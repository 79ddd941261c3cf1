import { Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { anEmulator, plaidClientFor } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { refusal } from '../support/plaid-refusal';

const LOAN = JSON.stringify({ override_accounts: [{ type: 'loan', subtype: 'mortgage' }] });

describe('/auth/get', () => {
  it('gives checking and savings their numbers, and adds the product', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { accessToken: access_token } = await linkedItem(plaid);
    const { data } = await plaid.authGet({ access_token });
    expect(data.accounts.map(({ mask }) => mask)).toEqual(['0000', '1111']);
    expect(data.numbers.ach).toMatchObject([
      { account: '1111222233330000', routing: '011401533', wire_routing: '021000021' },
      { account: '1111222233331111' },
    ]);
    expect(data.numbers.ach.map(({ account_id }) => account_id)).toEqual(
      data.accounts.map(({ account_id }) => account_id),
    );
    expect(data.numbers).toMatchObject({ eft: [], international: [], bacs: [] });
    expect(data.item.billed_products).toContain(Products.Auth);
  });

  it('keeps to the accounts that were asked for', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { accessToken: access_token } = await linkedItem(plaid);
    const [, savings] = (await plaid.authGet({ access_token })).data.accounts;
    const account_ids = [savings?.account_id ?? ''];
    const { numbers } = (await plaid.authGet({ access_token, options: { account_ids } })).data;
    expect(numbers.ach.map(({ account_id }) => account_id)).toEqual(account_ids);
    const stranger = plaid.authGet({ access_token, options: { account_ids: ['x'] } });
    expect((await refusal(stranger)).code).toBe('INVALID_ACCOUNT_ID');
  });

  it('says so where there is no such account', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { accessToken } = await linkedItem(plaid, { username: 'user_custom', password: LOAN });
    expect(await refusal(plaid.authGet({ access_token: accessToken }))).toMatchObject({
      type: 'ITEM_ERROR',
      code: 'NO_AUTH_ACCOUNTS',
    });
  });
});
