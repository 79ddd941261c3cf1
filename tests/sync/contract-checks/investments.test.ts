/** Checks of the contract's section 30 about investments. */
import { expect, test } from 'vitest';
import { listStandings } from '@/db/queries/balances';
import { listHoldings, listInvestmentAccounts, listInvestmentTransactions } from '@/db/queries/investments';
import { money } from '@/lib/core/money';
import { accountTotals } from '@/lib/investments/account-totals';
import { gainOf, positions } from '@/lib/investments/positions';
import { breakdowns } from '@/lib/net-worth/breakdown';
import { anAccount, DOLLARS, linkScripted } from '../../support/scripted-bank';

test('check 21: a holding without a cost, an option, cash; a portfolio counts once', async () => {
  const account = anAccount('broker', {
    type: 'investment',
    subtype: 'brokerage',
    balances: { available: null, current: 1000, limit: null, ...DOLLARS },
  });
  const security = (id: string, type: string) => ({
    security_id: id,
    name: id,
    type,
    is_cash_equivalent: type === 'cash',
    ...DOLLARS,
  });
  const holding = (id: string, quantity: number, value: number, cost: number | null) => ({
    account_id: 'broker',
    security_id: id,
    quantity,
    institution_price: value / quantity,
    institution_value: value,
    cost_basis: cost,
    ...DOLLARS,
  });
  const { userId } = await linkScripted({
    '/accounts/get': { accounts: [account] },
    '/investments/holdings/get': {
      accounts: [account],
      holdings: [
        holding('fund', 10, 600, null),
        holding('call', 200, 150, 90),
        holding('cash', 200, 200, 200),
      ],
      securities: [security('fund', 'mutual fund'), security('call', 'derivative'), security('cash', 'cash')],
    },
  });
  const holdings = await listHoldings(userId);
  expect(holdings.map(gainOf)).toEqual([null, 0, 60_00]);
  expect(positions(holdings).map(({ isCash }) => isCash)).toEqual([false, true, false]);
  const totals = accountTotals(await listInvestmentAccounts(userId), holdings);
  expect(totals).toMatchObject([{ value: money(1000_00, 'USD'), rest: money(50_00, 'USD') }]);
  expect(breakdowns(await listStandings(userId), 'USD')[0]?.net).toEqual(money(1000_00, 'USD'));
});

test('check 22: more than 500 investment rows, and a total that changes between two pages', async () => {
  const account = anAccount('broker', { type: 'investment', subtype: 'brokerage' });
  const rows = Array.from({ length: 1203 }, (_, index) => ({
    investment_transaction_id: `trade ${index}`,
    account_id: 'broker',
    security_id: null,
    date: '2026-03-14',
    name: `Trade ${index}`,
    quantity: 0,
    amount: 1,
    price: 0,
    fees: null,
    type: 'cash',
    subtype: 'deposit',
    ...DOLLARS,
  }));
  let asked = 0;
  const { userId } = await linkScripted({
    '/accounts/get': { accounts: [account] },
    '/investments/transactions/get': ({ options }) => {
      asked += 1;
      // One more arrives, at the top, while the second page is read: what was the 500th is now the 501st.
      const now = asked > 1 ? rows : rows.slice(1);
      const from = options?.offset ?? 0;
      return {
        accounts: [account],
        securities: [],
        investment_transactions: now.slice(from, from + 500),
        total_investment_transactions: now.length,
      };
    },
  });
  expect(asked).toBe(2 + 3);
  const stored = await listInvestmentTransactions(userId, 2000);
  expect(new Set(stored.map(({ name }) => name)).size).toBe(1203);
  expect(stored).toHaveLength(1203);
});
