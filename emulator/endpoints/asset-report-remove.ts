import type { AssetReportRemoveResponse } from 'plaid';
import { z } from 'zod';
import { reportToken } from '../reports/asset-report-fields';
import { findReport } from '../reports/asset-reports';
import { type Body, endpoint } from '../request';

const schema = z.strictObject({ asset_report_token: reportToken });

/** `/asset_report/remove`: ends the token and the audit copies; the Items stay as they are (AST-10). */
export const assetReportRemove = endpoint(
  schema,
  async (world, { asset_report_token }): Promise<Body<AssetReportRemoveResponse>> => {
    await findReport(world, asset_report_token);
    await world.store.update(
      'assetReports',
      asset_report_token,
      (report) => report && { ...report, state: 'removed' as const, due: {}, editions: {} },
    );
    return { removed: true };
  },
);
