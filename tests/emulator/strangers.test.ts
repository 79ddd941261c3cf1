/** What apps that were not written here send: settings left open, keys of the bank itself, fields of old clients. */
import { CountryCode, Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { anEmulator, EMULATOR_URL, plaidClientFor } from '../support/emulator-client';
import { listeningEmulator } from '../support/listening-emulator';
import { refusal } from '../support/plaid-refusal';
import { cents, downloaded, linked, listed } from '../support/statement-bank';

const APP = {
  client_name: 'Corner Ledger',
  user: { client_user_id: 'person-7' },
  products: [Products.Auth],
  country_codes: [CountryCode.Us],
  language: 'en',
};

describe('settings that an app left open', () => {
  it('are as if they were not sent', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { data } = await plaid.linkTokenCreate({ ...APP, redirect_uri: '', webhook: '', access_token: '' });
    const { metadata } = (await plaid.linkTokenGet({ link_token: data.link_token })).data;
    expect(metadata).toMatchObject({ redirect_uri: null, webhook: null, initial_products: ['auth'] });
  });

  it('are refused in words when they are wrong', async () => {
    const plaid = plaidClientFor(anEmulator());
    const messageOf = async (wrong: object) =>
      (await refusal(plaid.linkTokenCreate({ ...APP, ...wrong }))).message;
    expect(await messageOf({ redirect_uri: 'localhost:3000/back' })).toBe('redirect_uri must be a URL');
    expect(await messageOf({ redirect_uri: 'not one' })).toBe('redirect_uri must be a URL');
    expect(await messageOf({ redirect_uri: 'http://shop.example/back' })).toContain('must use HTTPS');
    expect(await messageOf({ webhook: 'hooks' })).toBe('webhook must be a URL beginning with http or https');
  });
});

describe('lists and numbers', () => {
  it('are asked for as Plaid asks', async () => {
    const emulator = anEmulator();
    const plaid = plaidClientFor(emulator);
    const { access_token } = (await plaid.itemImport({ user_auth: { user_id: 'user_good' } })).data;
    const empty = { access_token, options: { account_ids: [] } };
    expect((await refusal(plaid.accountsGet(empty))).message).toBe(
      'options.account_ids must be a non-empty array of valid account ids',
    );
    const answer = await emulator.handle(
      new Request(`${EMULATOR_URL}/institutions/get`, {
        method: 'POST',
        headers: { 'PLAID-CLIENT-ID': 'emulator', 'PLAID-SECRET': 'emulator' },
        body: JSON.stringify({ count: 'many', offset: 0, country_codes: ['US'] }),
      }),
    );
    expect(await answer.json()).toMatchObject({ error_message: 'count must be an integer' });
  });

  it('of no accounts mean all of them for recurring streams', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { access_token } = (await plaid.itemImport({ user_auth: { user_id: 'user_good' } })).data;
    const all = (await plaid.transactionsRecurringGet({ access_token })).data;
    const none = (await plaid.transactionsRecurringGet({ access_token, account_ids: [] })).data;
    expect(none.outflow_streams.length).toBeGreaterThan(0);
    expect(none.outflow_streams).toEqual(all.outflow_streams);
  });
});

describe('/item/import', () => {
  it('makes an Item of a customer whom the bank names itself', async () => {
    const { plaid, codes } = listeningEmulator();
    const { data } = await plaid.itemImport({
      products: [Products.Identity, Products.Auth],
      user_auth: { user_id: 'demo_household', auth_token: 'pass_good' },
      options: { webhook: 'https://app.test/webhook' },
    });
    const { item } = (await plaid.itemGet({ access_token: data.access_token })).data;
    expect(item).toMatchObject({
      institution_id: 'ins_109508',
      webhook: 'https://app.test/webhook',
      billed_products: ['identity', 'auth'],
    });
    expect((await plaid.identityGet({ access_token: data.access_token })).data.accounts.length).toBe(4);
    expect(await codes()).toEqual([]);
  });

  it('refuses whom the bank does not know', async () => {
    const plaid = plaidClientFor(anEmulator());
    const user_auth = { user_id: 'user_good', auth_token: 'error_ITEM_LOCKED' };
    expect(await refusal(plaid.itemImport({ user_auth }))).toMatchObject({ code: 'ITEM_LOCKED' });
    expect(await refusal(plaid.itemImport({ products: [], user_auth }))).toMatchObject({
      code: 'INVALID_PRODUCT',
    });
  });
});

it('a bank with payments is found by them', async () => {
  const { institutions } = (
    await plaidClientFor(anEmulator()).institutionsSearch({
      query: 'Royal Bank of Plaid',
      products: [Products.PaymentInitiation],
      country_codes: [CountryCode.Gb],
      options: { include_payment_initiation_metadata: true },
    })
  ).data;
  expect(institutions[0]?.payment_initiation_metadata).toBeTruthy();
});

it('statements from before the first row show a balance that stood still', async () => {
  const there = await linked({
    username: 'user_good',
    statements: { start_date: '2022-02-01', end_date: '2022-04-15' },
  });
  const [checking] = await listed(there);
  expect(checking?.statements.map(({ date_posted }) => date_posted)).toEqual([
    '2022-04-01',
    '2022-03-01',
    '2022-02-01',
  ]);
  const { said } = await downloaded(there, checking?.statements[0]?.statement_id ?? '');
  expect(cents(said, 'Opening balance')).toBe(cents(said, 'Closing balance'));
});

it('an Item has a state for each of its products from its first moment', async () => {
  const plaid = plaidClientFor(
    anEmulator({ delays: { initial: 1000, historical: 2000, webhookRetries: [] } }),
  );
  const user_auth = { user_id: 'user_good' };
  const { access_token } = (await plaid.itemImport({ user_auth, products: [Products.Transactions] })).data;
  expect((await plaid.itemGet({ access_token })).data.status).toEqual({
    transactions: { last_successful_update: null, last_failed_update: null },
    investments: null,
    last_webhook: null,
  });
});
