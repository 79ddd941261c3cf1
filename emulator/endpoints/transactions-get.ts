import type { TransactionsGetResponse } from 'plaid';
import { z } from 'zod';
import { accountOnTheWire, servedAccounts } from '../accounts/accounts';
import { plaidError } from '../errors/errors';
import { readiness } from '../items/first-load';
import { itemOnTheWire } from '../items/item-on-the-wire';
import { startTransactions } from '../items/item-products';
import { findHealthyItem } from '../items/items';
import { accessToken, accountIds, type Body, calendarDay, endpoint } from '../request';
import { standingRows } from '../transactions/standing-rows';
import { rowAccountOf, transactionOnTheWire, transactionOptions } from '../transactions/transactions';

const schema = z.strictObject({
  access_token: accessToken,
  start_date: calendarDay,
  end_date: calendarDay,
  options: z
    .strictObject({
      account_ids: accountIds,
      count: z.int().min(1).max(500).nullish(),
      offset: z.int().min(0).nullish(),
      include_original_description: z.boolean().nullish(),
      include_personal_finance_category_beta: z.boolean().nullish(),
      include_personal_finance_category: z.boolean().nullish(),
      include_logo_and_counterparty_beta: z.boolean().nullish(),
      personal_finance_category_version: z.enum(['v1', 'v2']).nullish(),
      days_requested: z.int().min(1).max(730).nullish(),
    })
    .nullish(),
});

/** `/transactions/get`, the way before sync: what stands between two days, newest first, by offset (TXN-31). */
export const transactionsGet = endpoint(
  schema,
  async (world, { access_token, start_date, end_date, options }): Promise<Body<TransactionsGetResponse>> => {
    if (start_date > end_date) throw plaidError('INVALID_FIELD', 'start_date must be before end_date');
    const found = await findHealthyItem(world, access_token);
    const accounts = servedAccounts(world, found, options?.account_ids);
    const item = await startTransactions(world, found, options?.days_requested);
    if (!readiness(item, world.now).initial) throw plaidError('PRODUCT_NOT_READY');
    const byKey = new Map(accounts.map((account) => [account.key, rowAccountOf(item, account)]));
    const rows = standingRows(world, item).filter(
      ({ accountKey, row }) => byKey.has(accountKey) && row.date >= start_date && row.date <= end_date,
    );
    const offset = options?.offset ?? 0;
    const shown = transactionOptions(world, options);
    return {
      accounts: accounts.map((account) => accountOnTheWire(world, item, account)),
      transactions: rows.slice(offset, offset + (options?.count ?? 100)).flatMap((row) => {
        const account = byKey.get(row.accountKey);
        return account ? [transactionOnTheWire(item.itemId, account, row, shown)] : [];
      }),
      total_transactions: rows.length,
      item: itemOnTheWire(item),
    };
  },
);
