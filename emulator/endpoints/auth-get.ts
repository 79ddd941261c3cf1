import type { AuthGetNumbers, AuthGetResponse } from 'plaid';
import { accountOnTheWire, servedAccounts } from '../accounts/accounts';
import { isProved, verificationOf } from '../accounts/verification';
import { plaidError } from '../errors/errors';
import { accountIdOf } from '../ids';
import { itemOnTheWire } from '../items/item-on-the-wire';
import { addProduct } from '../items/item-products';
import { findHealthyItem } from '../items/items';
import type { AccountNumbers } from '../login';
import { type Body, endpoint, itemAndAccounts } from '../request';
import { AUTH } from '../vocabulary';

/** `/auth/get`: the numbers by which money reaches checking and savings accounts (AUT-1). */
export const authGet = endpoint(
  itemAndAccounts,
  async (world, { access_token, options }): Promise<Body<AuthGetResponse>> => {
    const found = await findHealthyItem(world, access_token);
    const served = servedAccounts(world, found, options?.account_ids);
    const reachable = served.flatMap((account) =>
      account.numbers ? [{ account, numbers: account.numbers }] : [],
    );
    if (reachable.length === 0) throw plaidError('NO_AUTH_ACCOUNTS');
    const numbered = reachable.filter(({ account }) => isProved(verificationOf(found, account, world.now)));
    if (numbered.length === 0) throw plaidError('PRODUCT_NOT_READY');
    const item = await addProduct(world, found, AUTH);
    return {
      accounts: numbered.map(({ account }) => accountOnTheWire(world, item, account)),
      numbers: numbersOf(
        numbered.map(({ account, numbers }) => ({
          id: accountIdOf(item.itemId, account.key),
          numbers,
        })),
      ),
      item: itemOnTheWire(item),
    };
  },
);

function numbersOf(accounts: readonly { id: string; numbers: AccountNumbers }[]): AuthGetNumbers {
  return {
    ach: accounts.flatMap(({ id, numbers: { ach } }) => (ach ? [{ account_id: id, ...ach }] : [])),
    eft: accounts.flatMap(({ id, numbers: { eft } }) => (eft ? [{ account_id: id, ...eft }] : [])),
    international: accounts.flatMap(({ id, numbers: { international } }) =>
      international ? [{ account_id: id, ...international }] : [],
    ),
    bacs: accounts.flatMap(({ id, numbers: { bacs } }) => (bacs ? [{ account_id: id, ...bacs }] : [])),
  };
}
