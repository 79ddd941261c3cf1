import type { AccountsGetResponse } from 'plaid';
import { accountOnTheWire, servedAccounts } from '../accounts/accounts';
import { itemOnTheWire } from '../items/item-on-the-wire';
import { findHealthyItem } from '../items/items';
import { type Body, endpoint, itemAndAccounts } from '../request';

/** `/accounts/get`: open accounts that the user shared, with cached balances (ACC-1). */
export const accountsGet = endpoint(
  itemAndAccounts,
  async (world, { access_token, options }): Promise<Body<AccountsGetResponse>> => {
    const item = await findHealthyItem(world, access_token);
    const accounts = servedAccounts(world, item, options?.account_ids);
    return {
      accounts: accounts.map((account) => accountOnTheWire(world, item, account)),
      item: itemOnTheWire(item),
    };
  },
);
