import type { AccountIdentity, IdentityGetResponse } from 'plaid';
import { z } from 'zod';
import { accountOnTheWire, servedAccounts } from '../accounts/accounts';
import { itemOnTheWire } from '../items/item-on-the-wire';
import { addProduct } from '../items/item-products';
import { findHealthyItem } from '../items/items';
import { accessToken, accountIds, type Body, endpoint } from '../request';
import { IDENTITY } from '../vocabulary';

const schema = z.strictObject({
  access_token: accessToken,
  options: z.strictObject({ account_ids: accountIds }).nullish(),
});

/** `/identity/get`: the accounts with their owners (IDN-1). */
export const identityGet = endpoint(
  schema,
  async (world, { access_token, options }): Promise<Body<IdentityGetResponse>> => {
    const item = await addProduct(world, await findHealthyItem(world, access_token), IDENTITY);
    const accounts = servedAccounts(world, item, options?.account_ids).map((account): AccountIdentity => {
      const { verification_status: _, ...wire } = accountOnTheWire(world, item, account);
      return { ...wire, owners: [...account.owners] };
    });
    return { accounts, item: itemOnTheWire(item) };
  },
);
