import type { SandboxTransactionsCreateResponse } from 'plaid';
import { z } from 'zod';
import { addDays } from '@/lib/core/day';
import { servedAccounts } from '../accounts/accounts';
import { customRow } from '../custom/custom-rows';
import { plaidError } from '../errors/errors';
import { addRows, isDynamic } from '../items/dynamic-item';
import { findHealthyItem } from '../items/items';
import { accessToken, type Body, calendarDay, endpoint } from '../request';
import { TRANSACTIONS } from '../vocabulary';
import { announceRows } from '../webhooks/updates';

const schema = z.strictObject({
  access_token: accessToken,
  transactions: z
    .array(
      z.strictObject({
        date_transacted: calendarDay,
        date_posted: calendarDay,
        amount: z.number(),
        description: z.string().min(1, 'must be a non-empty string'),
        iso_currency_code: z
          .string()
          .regex(/^[A-Z]{3}$/, 'must be an ISO-4217 currency code')
          .nullish(),
      }),
    )
    .min(1, 'must contain at least one transaction')
    .max(10, 'must contain at most 10 transactions'),
});

const DAYS_BACK = 14;

/** `/sandbox/transactions/create`: rows of one's own, on Items of one test user alone (SBX-11). */
export const sandboxTransactionsCreate = endpoint(
  schema,
  async (world, { access_token, transactions }): Promise<Body<SandboxTransactionsCreateResponse>> => {
    const item = await findHealthyItem(world, access_token);
    if (!isDynamic(item)) {
      throw plaidError(
        'INVALID_FIELD',
        'access_token must belong to an Item of the test user user_transactions_dynamic',
      );
    }
    if (!item.products.includes(TRANSACTIONS)) {
      throw plaidError('SANDBOX_PRODUCT_NOT_ENABLED', 'The transactions product is not enabled on this item');
    }
    const first = addDays(world.today, -DAYS_BACK);
    for (const { date_transacted, date_posted } of transactions) {
      if ([date_transacted, date_posted].some((on) => on < first || on > world.today)) {
        throw plaidError('INVALID_FIELD', `dates must be today or up to ${DAYS_BACK} days in the past`);
      }
      if (date_posted < date_transacted) {
        throw plaidError('INVALID_FIELD', 'date_posted must not be before date_transacted');
      }
    }
    const account = servedAccounts(world, item)[0];
    if (!account) throw plaidError('NO_ACCOUNTS');
    const rows = transactions.map(({ date_transacted, date_posted, iso_currency_code, ...row }) =>
      customRow(
        { ...row, currency: iso_currency_code ?? 'USD' },
        date_posted,
        date_transacted,
        account.currency,
      ),
    );
    await announceRows(world, await addRows(world, item.itemId, account.key, rows));
    return {};
  },
);
