import type { InvestmentsHoldingsGetResponse } from 'plaid';
import { z } from 'zod';
import { isInvestment } from '../accounts/account-kinds';
import { investmentAccountOnTheWire, servedAccounts } from '../accounts/accounts';
import { plaidError } from '../errors/errors';
import { accountIdOf } from '../ids';
import { itemOnTheWire } from '../items/item-on-the-wire';
import { addProduct } from '../items/item-products';
import { findHealthyItem } from '../items/items';
import { accessToken, accountIds, type Body, endpoint } from '../request';
import { INVESTMENTS } from '../vocabulary';

const schema = z.strictObject({
  access_token: accessToken,
  options: z.strictObject({ account_ids: accountIds }).nullish(),
});

/** `/investments/holdings/get`: what is held today, and the securities it names (INV-1). */
export const investmentsHoldingsGet = endpoint(
  schema,
  async (world, { access_token, options }): Promise<Body<InvestmentsHoldingsGetResponse>> => {
    const found = await findHealthyItem(world, access_token);
    const accounts = servedAccounts(world, found, options?.account_ids).filter(isInvestment);
    if (accounts.length === 0) throw plaidError('NO_INVESTMENT_ACCOUNTS');
    const item = await addProduct(world, found, INVESTMENTS);
    const holdings = accounts.flatMap((account) =>
      account
        .holdingsOn(world.today)
        .map((holding) => ({ account_id: accountIdOf(item.itemId, account.key), ...holding })),
    );
    const named = new Set(holdings.map(({ security_id }) => security_id));
    return {
      accounts: accounts.map((account) => investmentAccountOnTheWire(world, item, account)),
      holdings,
      securities: world
        .loginOf(item)
        .securitiesOn(world.today)
        .filter(({ security_id }) => named.has(security_id)),
      item: itemOnTheWire(item),
      is_investments_fallback_item: false,
    };
  },
);
