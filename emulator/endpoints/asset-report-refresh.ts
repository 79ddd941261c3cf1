import type { AssetReportRefreshResponse } from 'plaid';
import { z } from 'zod';
import type { AssetReportOrder } from '../documents';
import { reportDays, reportOptions, reportToken, userOf } from '../reports/asset-report-fields';
import { findParent, orderReport } from '../reports/asset-reports';
import { type Body, endpoint, webhookUrl } from '../request';

const schema = z.strictObject({
  asset_report_token: reportToken,
  days_requested: reportDays.nullish(),
  // The empty text takes a value away.
  options: reportOptions.extend({ webhook: z.literal('').or(webhookUrl).nullish() }).optional(),
});

/** `/asset_report/refresh`: a new report of the same Items, filters and options, with today's data (AST-9). */
export const assetReportRefresh = endpoint(
  schema,
  async (world, { asset_report_token, ...changes }): Promise<Body<AssetReportRefreshResponse>> => {
    const { itemIds, order, excludedAccountIds } = await findParent(world, asset_report_token);
    return orderReport(world, { itemIds, order: changed(order, changes), excludedAccountIds });
  },
);

/** What is not given stays. */
function changed(
  order: AssetReportOrder,
  { days_requested, options = {} }: Omit<z.output<typeof schema>, 'asset_report_token'>,
): AssetReportOrder {
  const { client_report_id, webhook, user } = options;
  return {
    ...order,
    daysRequested: days_requested ?? order.daysRequested,
    clientReportId: client_report_id === undefined ? order.clientReportId : client_report_id || null,
    webhook: webhook === undefined ? order.webhook : webhook || null,
    user: user === undefined ? order.user : userOf({ ...order.user, ...user }),
  };
}
