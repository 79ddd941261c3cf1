import { expect, test } from 'vitest';
import { mapAccount } from '@/lib/plaid/accounts';
import { kindOf, PlaidFailure, toPlaidError } from '@/lib/plaid/errors';
import { mapHolding, mapInvestmentTransaction } from '@/lib/plaid/investments';
import { mapInstitution } from '@/lib/plaid/institutions';
import { mapPage, mapTransaction } from '@/lib/plaid/transactions';
import { mapStream } from '@/lib/plaid/recurring';

const row = {
  transaction_id: 't1',
  account_id: 'a1',
  amount: 12.5,
  iso_currency_code: 'USD',
  unofficial_currency_code: null,
  date: '2026-03-14',
  authorized_date: '2026-03-13',
  name: 'CORNER SHOP 12',
  merchant_name: 'Corner Shop',
  pending: false,
  pending_transaction_id: null,
  payment_channel: 'in store',
  location: {},
  payment_meta: {},
  personal_finance_category: {
    primary: 'FOOD_AND_DRINK',
    detailed: 'FOOD_AND_DRINK_GROCERIES',
    version: 'v1',
  },
};

const transaction = (change: object = {}) => mapTransaction({ ...row, ...change } as never);

const balances = {
  available: 90,
  current: 100,
  limit: null,
  iso_currency_code: 'USD',
  unofficial_currency_code: null,
};
const account = (type: string, change: object = {}) =>
  mapAccount({
    account_id: 'a',
    name: 'A',
    mask: null,
    official_name: null,
    subtype: null,
    type,
    balances: { ...balances, ...change },
  } as never);

test('a purchase lowers net worth, income and refunds raise it', () => {
  expect(transaction().amount).toBe(-12_50);
  expect(transaction({ amount: -2000 }).amount).toBe(2000_00);
  expect(Object.is(transaction({ amount: 0 }).amount, 0)).toBe(true);
});

test('cents never drift through floating point', () => {
  expect(transaction({ amount: 1.005 }).amount).toBe(-1_00);
  expect(transaction({ amount: 1.015 }).amount).toBe(-1_02);
  expect(transaction({ amount: 0.1 + 0.2 }).details.amountText).toBe('0.30000000000000004');
  expect(transaction({ amount: 89.4 }).amount).toBe(-89_40);
});

test('each currency keeps its own digits, official or not', () => {
  expect(transaction({ amount: 500, iso_currency_code: 'JPY' }).amount).toBe(-500);
  const coin = transaction({ amount: 0.00000001, iso_currency_code: null, unofficial_currency_code: 'BTC' });
  expect(coin).toMatchObject({ amount: -1, currency: 'BTC' });
});

test('a value nobody knew yet costs nothing but a label', () => {
  const odd = transaction({
    payment_channel: 'telepathy',
    personal_finance_category: { primary: 'MOON_TRAVEL', detailed: 'MOON_TRAVEL_TICKETS' },
    authorized_date: 'yesterday',
  });
  expect(odd).toMatchObject({
    paymentChannel: 'telepathy',
    plaidCategoryPrimary: 'MOON_TRAVEL',
    authorizedDay: null,
  });
  expect(account('wallet').type).toBe('other');
  expect(transaction({ personal_finance_category: null }).plaidCategoryPrimary).toBeNull();
});

test('debts count as negative, a credit balance as positive, and current comes before available', () => {
  expect(account('depository').balance).toBe(100_00);
  expect(account('credit').balance).toBe(-100_00);
  expect(account('loan', { current: 250.5 }).balance).toBe(-250_50);
  expect(account('credit', { current: -30 }).balance).toBe(30_00);
  expect(account('depository', { current: null }).balance).toBe(90_00);
  expect(account('depository', { current: null, available: null }).balance).toBeNull();
  // What a card may still spend is not what is owed on it.
  expect(account('credit', { current: null, available: 900, limit: 1000 }).balance).toBe(-100_00);
  expect(account('credit', { current: null, available: 900 }).balance).toBeNull();
});

test('of two versions in one page the later one counts', () => {
  const page = {
    added: [row],
    modified: [{ ...row, amount: 20 }],
    removed: [{ transaction_id: 't2' }, { transaction_id: 't2' }],
  };
  const mapped = mapPage(page as never);
  expect(mapped.upserts.map(({ amount }) => amount)).toEqual([-20_00]);
  expect(mapped.removedIds).toEqual(['t2']);
});

test('a bill is negative, and unknown frequencies stay readable', () => {
  const stream = {
    stream_id: 's',
    account_id: 'a',
    first_date: '2026-01-01',
    last_date: '2026-03-01',
    frequency: 'SEMI_MONTHLY',
    status: 'EARLY_DETECTION',
    is_active: true,
    average_amount: { amount: 9.99, iso_currency_code: 'USD' },
    last_amount: { amount: 10.99, iso_currency_code: 'USD', unofficial_currency_code: null },
    description: 'Films',
    transaction_ids: [],
  };
  const mapped = mapStream(stream as never, 'outflow');
  expect(mapped).toMatchObject({
    averageAmount: -9_99,
    lastAmount: -10_99,
    frequency: 'semi-monthly',
    status: 'early-detection',
  });
});

test('holdings keep exact quantities, an unknown cost stays unknown, and cash that comes in is positive', () => {
  const usd = { iso_currency_code: 'USD', unofficial_currency_code: null };
  const held = mapHolding({
    account_id: 'a',
    security_id: 's',
    quantity: 0.00293644,
    institution_price: 19999.54,
    institution_value: 58.73,
    cost_basis: null,
    ...usd,
  });
  expect(held).toMatchObject({ quantity: '0.00293644', value: 58_73, costBasis: null });
  const sold = mapInvestmentTransaction({
    investment_transaction_id: 'i',
    account_id: 'a',
    security_id: 's',
    date: '2026-03-14',
    name: 'sell',
    quantity: -4,
    price: 12.5,
    amount: -50,
    fees: null,
    type: 'sell',
    subtype: 'sell',
    ...usd,
  } as never);
  expect(sold).toMatchObject({ amount: 50_00, quantity: '-4' });
});

test('a bank’s colour, address and logo are shown only when they are what they should be', () => {
  const bank = {
    institution_id: 'ins_1',
    name: 'B',
    oauth: false,
    url: 'javascript:alert(1)',
    primary_color: 'red;}',
    logo: 'PHN2Zz4=',
  };
  expect(mapInstitution(bank as never)).toMatchObject({ url: null, primaryColor: null, logo: null });
});

test('each failure has its kind, and nothing of the request stays with it', () => {
  expect(kindOf('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED')).toBe('needs-user');
  expect(kindOf('RATE_LIMIT_EXCEEDED', 'TRANSACTIONS_LIMIT')).toBe('passing');
  expect(kindOf('TRANSACTIONS_ERROR', 'TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION')).toBe('paging');
  expect(kindOf('NEW_ERROR', 'NEVER_SEEN')).toBe('unknown');
  const data = { error_type: 'ITEM_ERROR', error_code: 'ITEM_NOT_FOUND', request_id: 'r1' };
  const config = { headers: { 'PLAID-SECRET': 'hush' }, data: '{"access_token":"access-sandbox-1"}' };
  const failure = toPlaidError(
    Object.assign(new Error('x'), { config, response: { status: 400, data, headers: {} } }),
  );
  expect(failure).toMatchObject({ kind: 'ended', requestId: 'r1' });
  expect(JSON.stringify([failure, failure.cause, failure.stack, Object.entries(failure)])).not.toMatch(
    /hush|access-sandbox/,
  );
  expect(toPlaidError(new Error('connect ECONNREFUSED'))).toMatchObject({ kind: 'passing', code: 'NETWORK' });
  expect(toPlaidError({ response: { status: 502, data: '<html>', headers: {} } })).toBeInstanceOf(
    PlaidFailure,
  );
});
