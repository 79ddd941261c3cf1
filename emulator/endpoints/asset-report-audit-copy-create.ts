import type { AssetReportAuditCopyCreateResponse } from 'plaid';
import { z } from 'zod';
import { reportToken } from '../reports/asset-report-fields';
import { findParent } from '../reports/asset-reports';
import { createAuditCopy } from '../reports/audit-copies';
import { type Body, endpoint } from '../request';

const schema = z.strictObject({ asset_report_token: reportToken, auditor_id: z.string().min(1).optional() });

/** `/asset_report/audit_copy/create`: a token for a third party that reads the report (AST-11). */
export const assetReportAuditCopyCreate = endpoint(
  schema,
  async (world, { asset_report_token, auditor_id }): Promise<Body<AssetReportAuditCopyCreateResponse>> => {
    const report = await findParent(world, asset_report_token);
    return { audit_copy_token: await createAuditCopy(world, report, auditor_id ?? null) };
  },
);
