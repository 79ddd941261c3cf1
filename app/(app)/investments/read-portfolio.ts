import { cache } from 'react';
import { listHoldings, listInvestmentAccounts } from '@/db/queries/investments';
import { getProfile } from '@/db/queries/users';
import { requireUserId } from '@/lib/auth';
import { totals } from '@/lib/core/money';
import { accountTotals } from '@/lib/investments/account-totals';
import { positions } from '@/lib/investments/positions';
import { getToday } from '@/lib/today';

/** All holdings and their accounts, by currency with the person's own first; one read for the whole page. */
export const readPortfolio = cache(async () => {
  const userId = await requireUserId();
  const [holdings, accounts, profile, today] = await Promise.all([
    listHoldings(userId),
    listInvestmentAccounts(userId),
    getProfile(userId),
    getToday(userId),
  ]);
  const list = positions(holdings);
  const worth = accountTotals(accounts, holdings);
  const values = totals([...worth.map(({ value }) => value), ...worth.flatMap(({ foreign }) => foreign)]);
  const portfolios = values
    .toSorted((a, b) => Number(b.currency === profile.currency) - Number(a.currency === profile.currency))
    .map((value) => ({
      value,
      positions: list.filter(({ currency }) => currency === value.currency),
      accounts: worth.filter(({ currency }) => currency === value.currency),
    }));
  return { userId, today, home: profile.currency, hasHoldings: holdings.length > 0, portfolios };
});
