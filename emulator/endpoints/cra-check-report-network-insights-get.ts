import type { CraCheckReportNetworkInsightsGetResponse } from 'plaid';
import { z } from 'zod';
import { readableItems, readableReport } from '../consumer-report/check-report';
import { networkInsights } from '../consumer-report/insights';
import { reportReference } from '../consumer-report/terms';
import { type Body, endpoint } from '../request';
import { findUser } from '../users/users';

const schema = z.strictObject({
  ...reportReference,
  options: z.strictObject({ network_insights_version: z.enum(['NI1']).nullish() }).nullish(),
});

/** `/cra/check_report/network_insights/get`: how the user is connected at all. */
export const craCheckReportNetworkInsightsGet = endpoint(
  schema,
  async (world, request): Promise<Body<CraCheckReportNetworkInsightsGetResponse>> => {
    const report = await readableReport(world, await findUser(world, request), request.report_id);
    return { report: networkInsights(report, await readableItems(world, report)), warnings: [] };
  },
);
