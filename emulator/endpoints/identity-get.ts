import type { AccountIdentity, IdentityGetResponse } from 'plaid';
import { accountOnTheWire, servedAccounts } from '../accounts/accounts';
import { itemOnTheWire } from '../items/item-on-the-wire';
import { addProduct } from '../items/item-products';
import { findHealthyItem } from '../items/items';
import { type Body, endpoint, itemAndAccounts } from '../request';
import { IDENTITY } from '../vocabulary';

/** `/identity/get`: the accounts with their owners (IDN-1). */
export const identityGet = endpoint(
  itemAndAccounts,
  async (world, { access_token, options }): Promise<Body<IdentityGetResponse>> => {
    const item = await addProduct(world, await findHealthyItem(world, access_token), IDENTITY);
    const accounts = servedAccounts(world, item, options?.account_ids).map((account): AccountIdentity => {
      const { verification_status: _, ...wire } = accountOnTheWire(world, item, account);
      return { ...wire, owners: [...account.owners] };
    });
    return { accounts, item: itemOnTheWire(item) };
  },
);
