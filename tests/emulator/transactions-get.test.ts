import { Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { anEmulator, EMULATOR_URL, plaidClientFor, steer } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { HOOK, listeningEmulator } from '../support/listening-emulator';
import { refusal } from '../support/plaid-refusal';
import { readAll } from '../support/read-all';

const NOON = Date.parse('2026-03-14T17:00:00Z');
const YEARS = { start_date: '2020-01-01', end_date: '2026-12-31' };

async function household(delays = { initial: 0, historical: 0, webhookRetries: [0] }) {
  const emulator = anEmulator({ realTime: () => NOON, delays });
  const plaid = plaidClientFor(emulator);
  const { accessToken } = await linkedItem(plaid, { days: 365 });
  return { emulator, plaid, access_token: accessToken };
}

describe('/transactions/get', () => {
  it('holds the rows that sync gives, newest first, by offset', async () => {
    const { plaid, access_token } = await household();
    const { rows } = await readAll(plaid, access_token);
    const seen: { transaction_id: string; date: string }[] = [];
    for (;;) {
      const options = { count: 200, offset: seen.length };
      const { data } = await plaid.transactionsGet({ access_token, ...YEARS, options });
      expect(data.total_transactions).toBe(rows.size);
      seen.push(...data.transactions);
      if (seen.length >= data.total_transactions) break;
    }
    expect(new Set(seen.map(({ transaction_id }) => transaction_id))).toEqual(new Set(rows.keys()));
    const dates = seen.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted().reverse());
  });

  it('gives the same row as sync does, with its line on request', async () => {
    const { plaid, access_token } = await household();
    const { rows } = await readAll(plaid, access_token);
    const options = { count: 1, include_original_description: true };
    const { data } = await plaid.transactionsGet({ access_token, ...YEARS, options });
    const [first] = data.transactions;
    expect(first?.original_description).toEqual(expect.any(String));
    expect({ ...first, original_description: null }).toEqual(rows.get(first?.transaction_id ?? ''));
    expect(data.item.billed_products).toContain(Products.Transactions);
  });

  it('keeps to the days and the accounts that were asked for', async () => {
    const { plaid, access_token } = await household();
    const accounts = (await plaid.accountsGet({ access_token })).data.accounts;
    const card = accounts.find(({ subtype }) => subtype === 'credit card')?.account_id ?? '';
    const march = { start_date: '2026-03-01', end_date: '2026-03-10' };
    const options = { account_ids: [card], count: 500 };
    const { data } = await plaid.transactionsGet({ access_token, ...march, options });
    expect(data.accounts.map(({ account_id }) => account_id)).toEqual([card]);
    expect(data.transactions.length).toBeGreaterThan(0);
    expect(new Set(data.transactions.map(({ account_id }) => account_id))).toEqual(new Set([card]));
    const days = data.transactions.map(({ date }) => date);
    expect(days.every((day) => day >= march.start_date && day <= march.end_date)).toBe(true);
    const all = await plaid.transactionsGet({ access_token, ...march, options: { count: 500 } });
    expect(all.data.total_transactions).toBeGreaterThan(data.total_transactions);
  });

  it('is not ready before the first pull, and then shows thirty days at first', async () => {
    const { emulator, plaid, access_token } = await household({
      initial: 60_000,
      historical: 120_000,
      webhookRetries: [0],
    });
    expect(await refusal(plaid.transactionsGet({ access_token, ...YEARS }))).toMatchObject({
      status: 400,
      type: 'ITEM_ERROR',
      code: 'PRODUCT_NOT_READY',
      message:
        'the requested product is not yet ready. please provide a webhook or try the request again later',
    });
    await steer(emulator, '/clock/advance', { ms: 60_000 });
    const initial = (await plaid.transactionsGet({ access_token, ...YEARS })).data.total_transactions;
    await steer(emulator, '/clock/advance', { ms: 60_000 });
    const whole = (await plaid.transactionsGet({ access_token, ...YEARS })).data.total_transactions;
    expect(initial).toBeGreaterThan(10);
    expect(whole).toBeGreaterThan(5 * initial);
  });

  it('refuses pages that are too long, days that are none, and accounts of others', async () => {
    const { plaid, access_token } = await household();
    const ask = (more: object) =>
      refusal(plaid.transactionsGet({ access_token, ...YEARS, ...more })).then(({ code }) => code);
    expect(await ask({ options: { count: 501 } })).toBe('INVALID_FIELD');
    expect(await ask({ options: { offset: -1 } })).toBe('INVALID_FIELD');
    expect(await ask({ start_date: '2026-02-30' })).toBe('INVALID_FIELD');
    expect(await ask({ start_date: '2027-01-01' })).toBe('INVALID_FIELD');
    expect(await ask({ options: { account_ids: ['stranger'] } })).toBe('INVALID_ACCOUNT_ID');
    expect(await ask({ offset: 3 })).toBe('UNKNOWN_FIELDS');
  });
});

describe('/categories/get', () => {
  it('needs no keys and knows the published categories', async () => {
    const { data } = await plaidClientFor(anEmulator(), {}).categoriesGet({});
    expect(data.categories[0]).toEqual({
      category_id: '10000000',
      group: 'special',
      hierarchy: ['Bank Fees'],
    });
    const byId = new Map(data.categories.map(({ category_id, hierarchy }) => [category_id, hierarchy]));
    expect(byId.size).toBe(data.categories.length);
    expect(byId.get('13005043')).toEqual(['Food and Drink', 'Restaurants', 'Coffee Shop']);
    expect(byId.get('21009000')).toEqual(['Transfer', 'Payroll']);
    expect(byId.get('18020014')).toEqual(['Service', 'Financial', 'Accounting and Bookkeeping']);
    expect(byId.get('17048000')).toEqual(['Recreation', 'Zoo']);
    expect(new Set(data.categories.map(({ group }) => group))).toEqual(new Set(['special', 'place']));
    for (const { category_id, hierarchy } of data.categories) {
      const parent = category_id.replace(/(?!000)\d{3}(?=(?:000)?$)/, '000');
      if (hierarchy.length > 1) expect(byId.get(parent)).toEqual(hierarchy.slice(0, -1));
    }
  });

  it('answers a plain POST', async () => {
    const request = new Request(`${EMULATOR_URL}/categories/get`, { method: 'POST', body: '{}' });
    const response = await anEmulator().handle(request);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ request_id: expect.stringMatching(/^\w{15}$/) });
  });
});

describe('transactions that nobody asked for at first', () => {
  it('start to come with the first call for them, in two steps', async () => {
    const delays = { initial: 60_000, historical: 120_000, webhookRetries: [0] };
    const { emulator, plaid, codes } = listeningEmulator({ realTime: () => NOON, delays });
    const { accessToken: access_token } = await linkedItem(plaid, {
      products: [Products.Identity],
      webhook: HOOK,
    });
    await steer(emulator, '/clock/advance', { days: 1 });
    await codes();
    const { data } = await plaid.transactionsSync({ access_token });
    expect(data).toMatchObject({ added: [], next_cursor: '', transactions_update_status: 'NOT_READY' });
    await steer(emulator, '/clock/advance', { ms: 60_000 });
    expect(await codes()).toEqual(['SYNC_UPDATES_AVAILABLE', 'INITIAL_UPDATE']);
    expect((await plaid.transactionsSync({ access_token })).data.added.length).toBeGreaterThan(10);
    await steer(emulator, '/clock/advance', { ms: 60_000 });
    expect(await codes()).toEqual([
      'SYNC_UPDATES_AVAILABLE',
      'HISTORICAL_UPDATE',
      'RECURRING_TRANSACTIONS_UPDATE',
    ]);
  });
});
