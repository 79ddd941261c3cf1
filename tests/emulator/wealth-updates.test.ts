import { Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { anEmulator, plaidClientFor, steer } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { refusal } from '../support/plaid-refusal';

const HOOK = 'https://app.test/hook';
const DELAYS = { initial: 1000, historical: 5000, webhookRetries: [] };

/** The demo household's brokerage and student loan, and what they tell. */
async function atTartan(products: readonly Products[], now = '2026-11-20T12:00:00Z') {
  const told: Record<string, unknown>[] = [];
  const emulator = anEmulator({
    realTime: () => Date.parse(now),
    delays: DELAYS,
    deliver: async (request) => {
      told.push(JSON.parse(await request.text()));
      return new Response();
    },
  });
  const plaid = plaidClientFor(emulator);
  const { accessToken: access_token } = await linkedItem(plaid, {
    username: 'demo_household',
    password: 'pass_good',
    institutionId: 'ins_109511',
    webhook: HOOK,
    products,
  });
  /** Goes on in time, and gives what was told meanwhile by type and code. */
  const after = async (time: { days?: number; ms?: number }) => {
    told.length = 0;
    await steer(emulator, '/clock/advance', time);
    await emulator.idle();
    return new Map(
      told.map((body) => [`${String(body['webhook_type'])} ${String(body['webhook_code'])}`, body]),
    );
  };
  return { emulator, plaid, access_token, after, told };
}

const TRADES = 'INVESTMENTS_TRANSACTIONS DEFAULT_UPDATE';
const HOLDINGS = 'HOLDINGS DEFAULT_UPDATE';
const DEBTS = 'LIABILITIES DEFAULT_UPDATE';

describe('investments', () => {
  it('are all new after the first load, and no extraction in the background is told of', async () => {
    const { plaid, access_token, after } = await atTartan([Products.Investments]);
    const told = await after({ ms: 5000 });
    const { data } = await plaid.investmentsHoldingsGet({ access_token });
    expect(told.get(HOLDINGS)).toMatchObject({ new_holdings: data.holdings.length, updated_holdings: 0 });
    const window = { start_date: '2024-11-20', end_date: '2026-11-20' };
    const { total_investment_transactions: total } = (
      await plaid.investmentsTransactionsGet({ access_token, ...window })
    ).data;
    expect(told.get(TRADES)).toMatchObject({
      new_investments_transactions: total,
      cancelled_investments_transactions: 0,
    });
    expect([...told.keys()].sort()).toEqual([HOLDINGS, TRADES]);
  });

  it('tell on later days what has moved, and of trades only when there are some', async () => {
    const { after } = await atTartan([Products.Investments]);
    await after({ ms: 5000 });
    // From Friday to Saturday only the coin moves.
    const saturday = await after({ days: 1 });
    expect(saturday.get(HOLDINGS)).toMatchObject({ new_holdings: 0, updated_holdings: 1 });
    expect(saturday.has(TRADES)).toBe(false);
    const monday = await after({ days: 2 });
    expect(monday.get(HOLDINGS)).toMatchObject({ new_holdings: 0, updated_holdings: 9 });
    const december = await after({ days: 17 });
    expect(december.get(TRADES)?.['new_investments_transactions']).toBeGreaterThan(3);
  });

  it('are looked at on request, and tell just once what came', async () => {
    const { emulator, plaid, access_token, after, told } = await atTartan([Products.Investments]);
    await after({ ms: 5000 });
    await after({ days: 3 });
    told.length = 0;
    await plaid.investmentsRefresh({ access_token });
    await emulator.idle();
    expect(told).toEqual([]);
  });

  it('asked for in passing are not ready until their one webhook says so', async () => {
    const { plaid, access_token, after } = await atTartan([Products.Liabilities]);
    await after({ ms: 5000 });
    const ask = () =>
      plaid.investmentsTransactionsGet({
        access_token,
        start_date: '2026-01-01',
        end_date: '2026-11-20',
        options: { async_update: true },
      });
    expect((await refusal(ask())).code).toBe('PRODUCT_NOT_READY');
    expect((await refusal(plaid.investmentsRefresh({ access_token }))).code).toBe('PRODUCT_NOT_READY');
    expect((await refusal(ask())).code).toBe('PRODUCT_NOT_READY');
    const told = await after({ ms: 5000 });
    const done = told.get('INVESTMENTS_TRANSACTIONS HISTORICAL_UPDATE');
    expect(done?.['new_investments_transactions']).toBeGreaterThan(100);
    expect((await ask()).data.investment_transactions.length).toBe(100);
  });

  it('are refused where there are none', async () => {
    const emulator = anEmulator();
    const plaid = plaidClientFor(emulator);
    const link = { username: 'demo_household', password: 'pass_good' };
    const { accessToken: access_token } = await linkedItem(plaid, link);
    expect((await refusal(plaid.investmentsRefresh({ access_token }))).code).toBe('NO_INVESTMENT_ACCOUNTS');
  });
});

describe('debts', () => {
  it('are new once, and later name the fields that changed', async () => {
    const { plaid, access_token, after } = await atTartan([Products.Liabilities]);
    const first = await after({ ms: 5000 });
    const { data } = await plaid.liabilitiesGet({ access_token });
    const id = data.liabilities.student?.[0]?.account_id ?? '';
    expect(first.get(DEBTS)).toMatchObject({
      account_ids_with_new_liabilities: [id],
      account_ids_with_updated_liabilities: {},
    });
    const month = (await after({ days: 30 })).get(DEBTS);
    expect(month?.['account_ids_with_new_liabilities']).toEqual([]);
    const now = (await plaid.liabilitiesGet({ access_token })).data.liabilities.student?.[0];
    const before = data.liabilities.student?.[0];
    const changed = Object.entries(now ?? {}).flatMap(([field, value]) =>
      JSON.stringify(value) === JSON.stringify(Reflect.get(before ?? {}, field)) ? [] : [field],
    );
    expect(month?.['account_ids_with_updated_liabilities']).toEqual({ [id]: changed });
    expect(changed).toContain('last_payment_date');
  });
});
