import type { AssetReportCreateResponse } from 'plaid';
import { z } from 'zod';
import type { AssetReportOrder, ItemDocument } from '../documents';
import { missingFields } from '../errors/errors';
import { errorCodeOf, findItem } from '../items/items';
import { dataUnavailable, notEnabled } from '../reports/asset-report-errors';
import { reportDays, reportOptions, userOf } from '../reports/asset-report-fields';
import { orderReport } from '../reports/asset-reports';
import { accessToken, type Body, endpoint } from '../request';
import { ASSETS } from '../vocabulary';
import type { World } from '../world';

const options = reportOptions.extend({
  include_fast_report: z.boolean().nullish(),
  products: z.array(z.string()).optional(),
  add_ons: z.array(z.enum(['investments', 'fast_assets'])).optional(),
  require_all_items: z.boolean().nullish(),
});

const schema = z.strictObject({
  access_tokens: z.array(accessToken).min(1).max(99).optional(),
  days_requested: reportDays,
  options: options.optional(),
});

type Request = z.output<typeof schema>;

/** `/asset_report/create`: orders a report of these Items; it is there after a while (AST-3). */
export const assetReportCreate = endpoint(
  schema,
  async (world, request): Promise<Body<AssetReportCreateResponse>> => {
    if (!request.access_tokens) throw missingFields(['access_tokens']);
    const items = await assetItems(world, request.access_tokens);
    const itemIds = [...new Set(items.map(({ itemId }) => itemId))];
    return orderReport(world, { itemIds, order: orderOf(request), excludedAccountIds: [] });
  },
);

/** All of them have the product (AST-2) and are well now; what happens later is the report's matter. */
async function assetItems(world: World, accessTokens: readonly string[]): Promise<ItemDocument[]> {
  const found: { item: ItemDocument; token: string }[] = [];
  for (const token of accessTokens) found.push({ item: await findItem(world, token), token });
  const without = found.filter(({ item }) => !item.products.includes(ASSETS));
  if (without.length > 0) throw notEnabled(without.map(({ token }) => token));
  const failures = found.flatMap(({ item }) => {
    const errorCode = errorCodeOf(item, world.now);
    return errorCode === null ? [] : [{ itemId: item.itemId, errorCode }];
  });
  if (failures.length > 0) throw dataUnavailable(failures);
  return found.map(({ item }) => item);
}

function orderOf({ days_requested, options: asked = {} }: Request): AssetReportOrder {
  const addOns: readonly string[] = [...(asked.add_ons ?? []), ...(asked.products ?? [])];
  return {
    daysRequested: days_requested,
    clientReportId: asked.client_report_id || null,
    webhook: asked.webhook || null,
    user: userOf(asked.user),
    withFast: addOns.includes('fast_assets') || (asked.include_fast_report ?? false),
    withInvestments: addOns.includes('investments'),
    requireAllItems: asked.require_all_items ?? true,
  };
}
