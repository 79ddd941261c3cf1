import type { InvestmentsTransactionsGetResponse, InvestmentTransaction } from 'plaid';
import { z } from 'zod';
import { isInvestment } from '../accounts/account-kinds';
import { investmentAccountOnTheWire, securitiesNamedIn, servedAccounts } from '../accounts/accounts';
import type { ItemDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { accountIdOf, investmentTransactionIdOf } from '../ids';
import { readiness } from '../items/first-load';
import { itemOnTheWire } from '../items/item-on-the-wire';
import { addProduct } from '../items/item-products';
import { findHealthyItem } from '../items/items';
import type { LoginAccount } from '../login';
import { accessToken, accountIds, type Body, calendarDay, endpoint } from '../request';
import { INVESTMENTS } from '../vocabulary';
import { hasInvestments, startInvestments } from '../webhooks/wealth-updates';
import type { World } from '../world';

const schema = z.strictObject({
  access_token: accessToken,
  start_date: calendarDay,
  end_date: calendarDay,
  options: z
    .strictObject({
      account_ids: accountIds,
      count: z.int().min(1).max(500).nullish(),
      offset: z.int().min(0).nullish(),
      async_update: z.boolean().nullish(),
    })
    .nullish(),
});

/** `/investments/transactions/get`: newest first, paged by offset (INV-8). */
export const investmentsTransactionsGet = endpoint(
  schema,
  async (
    world,
    { access_token, start_date, end_date, options },
  ): Promise<Body<InvestmentsTransactionsGetResponse>> => {
    if (start_date > end_date) throw plaidError('INVALID_FIELD', 'start_date must be before end_date');
    const found = await findHealthyItem(world, access_token);
    const accounts = servedAccounts(world, found, options?.account_ids).filter(isInvestment);
    if (accounts.length === 0) throw plaidError('NO_INVESTMENT_ACCOUNTS');
    if (options?.async_update && !found.products.includes(INVESTMENTS)) await startInvestments(world, found);
    if (!isReady(world, found, options?.async_update ?? false)) throw plaidError('PRODUCT_NOT_READY');
    const item = await addProduct(world, found, INVESTMENTS);
    const last = end_date < world.today ? end_date : world.today;
    const all = accounts
      .flatMap((account) => transactionsOf(item, account))
      .filter(({ date }) => date >= start_date && date <= last)
      .sort(newestFirst);
    const offset = options?.offset ?? 0;
    const page = all.slice(offset, offset + (options?.count ?? 100));
    return {
      accounts: accounts.map((account) => investmentAccountOnTheWire(world, item, account)),
      investment_transactions: page,
      securities: securitiesNamedIn(world, item, page),
      total_investment_transactions: all.length,
      item: itemOnTheWire(item),
      is_investments_fallback_item: false,
    };
  },
);

/** Without `async_update` a call waits for the first load; with it, it says that it is not there yet (INV-9). */
function isReady(world: World, item: ItemDocument, isAsync: boolean): boolean {
  if (!isAsync) return hasInvestments(item, world.now);
  const isInitialised = item.products.includes(INVESTMENTS);
  return isInitialised && hasInvestments(item, world.now) && readiness(item, world.now).historical;
}

function transactionsOf(item: ItemDocument, account: LoginAccount): InvestmentTransaction[] {
  return account.investmentTransactions.map(({ key, ...facts }) => ({
    account_id: accountIdOf(item.itemId, account.key),
    investment_transaction_id: investmentTransactionIdOf(item.itemId, account.key, key),
    ...facts,
  }));
}

function newestFirst(a: InvestmentTransaction, b: InvestmentTransaction): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.investment_transaction_id < b.investment_transaction_id ? -1 : 1;
}
