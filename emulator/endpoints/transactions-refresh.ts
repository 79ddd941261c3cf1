import type { TransactionsRefreshResponse } from 'plaid';
import { z } from 'zod';
import { isTransactional } from '../accounts/account-kinds';
import { servedAccounts } from '../accounts/accounts';
import { plaidError } from '../errors/errors';
import { isDynamic, stirItem } from '../items/dynamic-item';
import { addProduct } from '../items/item-products';
import { findHealthyItem } from '../items/items';
import { accessToken, type Body, endpoint } from '../request';
import { TRANSACTIONS } from '../vocabulary';
import { announceRows } from '../webhooks/updates';

const CAPITAL_ONE = 'ins_128026';

const schema = z.strictObject({ access_token: accessToken });

/** `/transactions/refresh`: looks at the bank now; what is new is told by webhook, the rest is silence (TXN-28). */
export const transactionsRefresh = endpoint(
  schema,
  async (world, { access_token }): Promise<Body<TransactionsRefreshResponse>> => {
    const item = await addProduct(world, await findHealthyItem(world, access_token), TRANSACTIONS);
    const accounts = servedAccounts(world, item).filter(isTransactional);
    // That bank refreshes no cards and loans (TXN-30).
    if (item.institutionId === CAPITAL_ONE && accounts.every(({ type }) => type !== 'depository')) {
      throw plaidError('PRODUCTS_NOT_SUPPORTED');
    }
    await announceRows(world, isDynamic(item) ? await stirItem(world, item.itemId) : item);
    return {};
  },
);
