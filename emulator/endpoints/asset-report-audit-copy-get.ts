import type { AssetReportGetResponse } from 'plaid';
import { z } from 'zod';
import { readReport } from '../reports/asset-report';
import { findAuditedReport } from '../reports/audit-copies';
import { type Body, endpoint } from '../request';

const schema = z.strictObject({ audit_copy_token: z.string() });

/** `/asset_report/audit_copy/get`: what the auditor reads, with Plaid's reading of each row. */
export const assetReportAuditCopyGet = endpoint(
  schema,
  async (world, { audit_copy_token }): Promise<Body<AssetReportGetResponse>> =>
    readReport(world, await findAuditedReport(world, audit_copy_token), {
      edition: 'FULL',
      withInsights: true,
      daysToInclude: null,
    }),
);
