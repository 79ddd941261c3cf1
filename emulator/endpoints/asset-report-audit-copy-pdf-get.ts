import { z } from 'zod';
import { reportDays } from '../reports/asset-report-fields';
import { assetReportFile } from '../reports/asset-report-file';
import { findAuditedReport } from '../reports/audit-copies';
import { endpoint } from '../request';

const schema = z.strictObject({
  audit_copy_token: z.string(),
  options: z.strictObject({ days_to_include: reportDays.nullish() }).optional(),
});

/** `/asset_report/audit_copy/pdf/get`: the auditor's report as a file. */
export const assetReportAuditCopyPdfGet = endpoint(schema, async (world, { audit_copy_token, options }) =>
  assetReportFile(world, await findAuditedReport(world, audit_copy_token), options?.days_to_include),
);
