import { z } from 'zod';
import { reportDays, reportToken } from '../reports/asset-report-fields';
import { assetReportFile } from '../reports/asset-report-file';
import { findReport } from '../reports/asset-reports';
import { endpoint } from '../request';

const schema = z.strictObject({
  asset_report_token: reportToken,
  options: z.strictObject({ days_to_include: reportDays.nullish() }).optional(),
});

/** `/asset_report/pdf/get`: the same report as a file (AST-8). */
export const assetReportPdfGet = endpoint(schema, async (world, { asset_report_token, options }) =>
  assetReportFile(world, await findReport(world, asset_report_token), options?.days_to_include),
);
