import type { InvestmentsHoldingsGetResponse } from 'plaid';
import { isInvestment } from '../accounts/account-kinds';
import { investmentAccountOnTheWire, securitiesNamedIn, servedAccounts } from '../accounts/accounts';
import { plaidError } from '../errors/errors';
import { accountIdOf } from '../ids';
import { itemOnTheWire } from '../items/item-on-the-wire';
import { addProduct } from '../items/item-products';
import { findHealthyItem } from '../items/items';
import { type Body, endpoint, itemAndAccounts } from '../request';
import { INVESTMENTS } from '../vocabulary';

/** `/investments/holdings/get`: what is held today, and the securities it names (INV-1). */
export const investmentsHoldingsGet = endpoint(
  itemAndAccounts,
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
    return {
      accounts: accounts.map((account) => investmentAccountOnTheWire(world, item, account)),
      holdings,
      securities: securitiesNamedIn(world, item, holdings),
      item: itemOnTheWire(item),
      is_investments_fallback_item: false,
    };
  },
);
