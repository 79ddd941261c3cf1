import type { CraCheckReportCashflowInsightsGetResponse } from 'plaid';
import { z } from 'zod';
import { readableItems, readableReport } from '../consumer-report/check-report';
import { cashflowInsights } from '../consumer-report/insights';
import { reportReference } from '../consumer-report/terms';
import { type Body, endpoint } from '../request';
import { findUser } from '../users/users';

const schema = z.strictObject({
  ...reportReference,
  options: z.strictObject({ attributes_version: z.enum(['v1.0', 'v2.0', 'CFI1']).nullish() }).nullish(),
});

/** `/cra/check_report/cashflow_insights/get`: attributes of the flow of money, made from the rows. */
export const craCheckReportCashflowInsightsGet = endpoint(
  schema,
  async (world, request): Promise<Body<CraCheckReportCashflowInsightsGetResponse>> => {
    const report = await readableReport(world, await findUser(world, request), request.report_id);
    return { report: cashflowInsights(world, report, await readableItems(world, report)), warnings: [] };
  },
);
