import type { AssetReportGetResponse } from 'plaid';
import { z } from 'zod';
import { missingFields } from '../errors/errors';
import { readReport } from '../reports/asset-report';
import { reportDays, reportToken } from '../reports/asset-report-fields';
import { findReport } from '../reports/asset-reports';
import { type Body, endpoint } from '../request';

const schema = z.strictObject({
  asset_report_token: reportToken.optional(),
  user_token: z.string().optional(),
  include_insights: z.boolean().optional(),
  fast_report: z.boolean().optional(),
  options: z.strictObject({ days_to_include: reportDays.nullish() }).optional(),
});

/** `/asset_report/get`: the report, or PRODUCT_NOT_READY until it is made (AST-4, AST-7). */
export const assetReportGet = endpoint(
  schema,
  async (world, request): Promise<Body<AssetReportGetResponse>> => {
    if (!request.asset_report_token) throw missingFields(['asset_report_token']);
    return readReport(world, await findReport(world, request.asset_report_token), {
      edition: request.fast_report ? 'FAST' : 'FULL',
      withInsights: request.include_insights ?? false,
      daysToInclude: request.options?.days_to_include ?? null,
    });
  },
);
