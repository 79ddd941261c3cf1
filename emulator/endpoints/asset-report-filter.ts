import type { AssetReportFilterResponse } from 'plaid';
import { z } from 'zod';
import type { AssetReportDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { accountIdOf } from '../ids';
import { reportToken } from '../reports/asset-report-fields';
import { findParent, orderReport } from '../reports/asset-reports';
import { type Body, endpoint } from '../request';

const schema = z.strictObject({
  asset_report_token: reportToken,
  account_ids_to_exclude: z.array(z.string()),
});

/** `/asset_report/filter`: a new report with the same figures and without some accounts (AST-9). */
export const assetReportFilter = endpoint(
  schema,
  async (world, { asset_report_token, account_ids_to_exclude }): Promise<Body<AssetReportFilterResponse>> => {
    const parent = await findParent(world, asset_report_token);
    const known = accountIdsOf(parent);
    if (account_ids_to_exclude.some((id) => !known.has(id))) throw plaidError('INVALID_ACCOUNT_ID');
    return orderReport(world, {
      itemIds: parent.itemIds,
      order: parent.order,
      excludedAccountIds: [...new Set([...parent.excludedAccountIds, ...account_ids_to_exclude])],
      editions: parent.editions,
      failures: parent.failures,
    });
  },
);

function accountIdsOf({ editions }: AssetReportDocument): Set<string> {
  const items = editions.FULL?.items ?? [];
  return new Set(
    items.flatMap(({ itemId, shares }) => shares.map(({ accountKey }) => accountIdOf(itemId, accountKey))),
  );
}
