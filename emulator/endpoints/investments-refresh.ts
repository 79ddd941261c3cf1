import type { InvestmentsRefreshResponse } from 'plaid';
import { z } from 'zod';
import { isInvestment } from '../accounts/account-kinds';
import { servedAccounts } from '../accounts/accounts';
import { plaidError } from '../errors/errors';
import { findInstitution, supportsEvery } from '../institutions/institutions';
import { addProduct } from '../items/item-products';
import { findHealthyItem } from '../items/items';
import { accessToken, type Body, endpoint } from '../request';
import { INVESTMENTS } from '../vocabulary';
import { announceInvestmentChanges, hasInvestments } from '../webhooks/wealth-updates';

const schema = z.strictObject({ access_token: accessToken });

/** `/investments/refresh`: looks at the broker now; what is new is told by webhook, the rest is silence (INV-15). */
export const investmentsRefresh = endpoint(
  schema,
  async (world, { access_token }): Promise<Body<InvestmentsRefreshResponse>> => {
    const found = await findHealthyItem(world, access_token);
    const institution = findInstitution(found.institutionId);
    if (institution && !supportsEvery(institution, [INVESTMENTS])) throw plaidError('PRODUCTS_NOT_SUPPORTED');
    if (!servedAccounts(world, found).some(isInvestment)) throw plaidError('NO_INVESTMENT_ACCOUNTS');
    if (!hasInvestments(found, world.now)) throw plaidError('PRODUCT_NOT_READY');
    await announceInvestmentChanges(world, await addProduct(world, found, INVESTMENTS));
    return {};
  },
);
