/** Checks of the contract's section 30 about amounts: their sign, their currency, and values nobody knew. */
import { expect, test } from 'vitest';
import { listAccounts } from '@/db/queries/accounts';
import { listStandings } from '@/db/queries/balances';
import { listDebts } from '@/db/queries/debts';
import { listHoldings } from '@/db/queries/investments';
import { listStreams } from '@/db/queries/recurring';
import { listTransactions, sumTransactions } from '@/db/queries/transactions';
import { groupAccounts, subtypeName } from '@/lib/accounts/kinds';
import { money } from '@/lib/core/money';
import { day } from '@/lib/core/day';
import { utilisation } from '@/lib/debts/owed';
import { typeName } from '@/lib/investments/allocation';
import { breakdowns } from '@/lib/net-worth/breakdown';
import { monthlyAmount } from '@/lib/recurring/monthly-amount';
import { nextDay } from '@/lib/recurring/next-day';
import { NO_FILTER } from '@/lib/transactions/filter';
import { summarise } from '@/lib/transactions/summary';
import { aPage, aRow, anAccount, DOLLARS, linkScripted, Refusal } from '../../support/scripted-bank';

const category = (primary: string, detailed: string) => ({
  personal_finance_category: { primary, detailed, confidence_level: 'HIGH' },
});

test('check 1: a purchase shows as money out; a card payment raises neither spending nor income', async () => {
  const card = anAccount('card', { type: 'credit', subtype: 'credit card' });
  const { userId } = await linkScripted({
    '/accounts/get': { accounts: [anAccount('checking'), card] },
    '/transactions/sync': aPage({
      added: [
        aRow('shoes', {
          account_id: 'card',
          amount: 45.9,
          ...category('GENERAL_MERCHANDISE', 'GENERAL_MERCHANDISE_CLOTHING_AND_ACCESSORIES'),
        }),
        aRow('pay', { amount: -2000, ...category('INCOME', 'INCOME_WAGES') }),
        aRow('to the card', {
          amount: 45.9,
          ...category('LOAN_PAYMENTS', 'LOAN_PAYMENTS_CREDIT_CARD_PAYMENT'),
        }),
        aRow('thank you', {
          account_id: 'card',
          amount: -45.9,
          ...category('LOAN_PAYMENTS', 'LOAN_PAYMENTS_CREDIT_CARD_PAYMENT'),
        }),
      ],
    }),
  });
  const { rows } = await listTransactions(userId, NO_FILTER, { limit: 10 });
  expect(rows.find(({ name }) => name === 'shoes')?.amount).toBe(-45_90);
  const { totals, transferCount } = summarise(await sumTransactions(userId, NO_FILTER));
  expect(transferCount).toBe(2);
  expect(totals).toEqual([
    { moneyIn: money(2000_00, 'USD'), moneyOut: money(-45_90, 'USD'), net: money(1954_10, 'USD') },
  ]);
});

test('check 18: no current balance, two currencies, a card with credit, eight decimals of a coin', async () => {
  const euros = { iso_currency_code: 'EUR', unofficial_currency_code: null };
  const coins = { iso_currency_code: null, unofficial_currency_code: 'BTC' };
  const { userId } = await linkScripted({
    '/accounts/get': {
      accounts: [
        anAccount('only available', {
          balances: { available: 70.5, current: null, limit: null, ...DOLLARS },
        }),
        anAccount('neither', { balances: { available: null, current: null, limit: null, ...DOLLARS } }),
        anAccount('euros', { balances: { available: 5, current: 5, limit: null, ...euros } }),
        anAccount('card', {
          type: 'credit',
          subtype: 'credit card',
          balances: { available: 520, current: -20, limit: 500, ...DOLLARS },
        }),
        anAccount('coins', {
          type: 'investment',
          subtype: 'crypto exchange',
          balances: { available: null, current: 0.12345678, limit: null, ...coins },
        }),
      ],
    },
  });
  const accounts = await listStandings(userId);
  const balances = Object.fromEntries(accounts.map(({ name, balance }) => [name, balance]));
  expect(balances).toEqual({
    'only available': 70_50,
    neither: null,
    euros: 5_00,
    card: 20_00,
    coins: 12_345_678,
  });
  const worth = breakdowns(accounts, 'USD').map(({ net }) => net);
  expect(worth[0]).toEqual(money(90_50, 'USD'));
  expect(worth).toEqual(expect.arrayContaining([money(5_00, 'EUR'), money(12_345_678, 'BTC')]));
  const [card] = await listDebts(userId);
  expect(card && utilisation(card)).toBe(0);
});

test('check 19: values that nobody knew, everywhere, cost nothing but a label', async () => {
  const account = anAccount('checking', { type: 'hologram', subtype: 'glow' });
  const security = { security_id: 's', name: 'Odd', type: 'tulip', is_cash_equivalent: null, ...DOLLARS };
  const amount = { amount: 9, ...DOLLARS };
  const stream = {
    account_id: 'checking',
    stream_id: 'x',
    description: 'Odd',
    merchant_name: null,
    first_date: '2026-01-01',
    last_date: '2026-03-01',
    frequency: 'EVERY_FULL_MOON',
    transaction_ids: [],
    average_amount: amount,
    last_amount: amount,
    is_active: true,
    status: 'SLEEPING',
    personal_finance_category: null,
  };
  const { userId, itemId, sync, calls } = await linkScripted({
    '/accounts/get': { accounts: [account] },
    '/transactions/sync': ({ cursor }) =>
      cursor === undefined
        ? aPage({
            added: [aRow('odd', { payment_channel: 'telepathy', ...category('MOON', 'MOON_DUST') })],
            transactions_update_status: 'SOMETHING_NEW',
          })
        : aPage(),
    '/transactions/recurring/get': { inflow_streams: [], outflow_streams: [stream], updated_datetime: '' },
    '/investments/holdings/get': {
      accounts: [account],
      holdings: [
        {
          account_id: 'checking',
          security_id: 's',
          quantity: 1,
          institution_price: 3,
          institution_value: 3,
          cost_basis: null,
          ...DOLLARS,
        },
      ],
      securities: [security],
    },
    '/liabilities/get': () => new Refusal('MOON_ERROR', 'MOON_IS_FULL'),
  });
  await sync();
  expect(calls).toContain('/liabilities/get');
  const [first] = await listAccounts(userId);
  expect(first).toMatchObject({ itemId, type: 'other', subtype: 'glow', itemState: 'healthy' });
  expect(first && subtypeName(first)).toBe('Glow');
  expect(groupAccounts(await listAccounts(userId)).map(({ kind }) => kind)).toEqual(['other']);
  const { rows } = await listTransactions(userId, NO_FILTER, { limit: 10 });
  expect(rows).toMatchObject([{ name: 'odd', categoryId: 'uncategorised' }]);
  const [held] = await listHoldings(userId);
  expect(held).toMatchObject({ type: 'tulip', isCashEquivalent: false });
  expect(typeName('tulip')).toBe('Tulip');
  const [odd] = await listStreams(userId);
  expect(odd).toMatchObject({ description: 'Odd', averageAmount: -9_00 });
  expect(odd && nextDay(odd, day('2026-03-14'))).toBeNull();
  expect(odd && monthlyAmount(odd.averageAmount, odd.frequency)).toBeNull();
});

test('check 20: debts may be missing altogether, a debt may have no day, a bank may have no debts', async () => {
  const card = anAccount('card', { type: 'credit', subtype: 'credit card' });
  const accounts = { '/accounts/get': { accounts: [card] } };
  const nothing = { accounts: [], liabilities: { credit: null, mortgage: null, student: null } };
  const bare = await linkScripted({ ...accounts, '/liabilities/get': nothing });
  expect(await listDebts(bare.userId)).toMatchObject([{ name: 'card', terms: null }]);
  const terms = {
    account_id: 'card',
    aprs: [],
    is_overdue: null,
    last_payment_amount: null,
    last_payment_date: null,
    last_statement_balance: null,
    last_statement_issue_date: null,
    minimum_payment_amount: 0,
    next_payment_due_date: null,
  };
  const liabilities = { credit: [terms], mortgage: null, student: null };
  const undated = await linkScripted({ ...accounts, '/liabilities/get': { accounts: [card], liabilities } });
  const [debt] = await listDebts(undated.userId);
  expect(debt?.terms).toMatchObject({ minimumPayment: 0, nextDueDay: null });
  const refusal = new Refusal('ITEM_ERROR', 'NO_LIABILITY_ACCOUNTS');
  const none = await linkScripted({ ...accounts, '/liabilities/get': refusal });
  expect(await listAccounts(none.userId)).toMatchObject([{ itemState: 'healthy' }]);
});
