import type { CraCheckReportVerificationGetResponse } from 'plaid';
import { z } from 'zod';
import { baseReport } from '../consumer-report/base-report';
import { readableItems, readableReport } from '../consumer-report/check-report';
import { incomeInsights } from '../consumer-report/income-insights';
import { reportReference } from '../consumer-report/terms';
import { assetsVerified, employmentRefreshed, incomeVerified } from '../consumer-report/verification';
import { missingFields } from '../errors/errors';
import { type Body, endpoint } from '../request';
import { findUser } from '../users/users';

const schema = z.strictObject({
  ...reportReference,
  reports_requested: z.array(z.enum(['VOA', 'EMPLOYMENT_REFRESH', 'INCOME'])).min(1),
  employment_refresh_options: z.strictObject({ days_requested: z.int().min(1).max(731) }).nullish(),
});

/** `/cra/check_report/verification/get`: of assets, employment and income, each where it is asked for. */
export const craCheckReportVerificationGet = endpoint(
  schema,
  async (world, request): Promise<Body<CraCheckReportVerificationGetResponse>> => {
    const asked = new Set(request.reports_requested);
    const employmentDays = request.employment_refresh_options?.days_requested;
    if (asked.has('EMPLOYMENT_REFRESH') && employmentDays === undefined) {
      throw missingFields(['employment_refresh_options']);
    }
    const report = await readableReport(world, await findUser(world, request), request.report_id);
    const items = await readableItems(world, report);
    const base = baseReport(world, report, items);
    const insights = incomeInsights(world, report, items, { included: null, excluded: [] });
    return {
      report: {
        report_id: report.reportId,
        client_report_id: report.clientReportId,
        voa: asked.has('VOA') ? assetsVerified(base) : null,
        employment_refresh:
          asked.has('EMPLOYMENT_REFRESH') && employmentDays
            ? employmentRefreshed(base, employmentDays)
            : null,
        income: asked.has('INCOME') ? incomeVerified(base, insights) : null,
      },
      warnings: [],
    };
  },
);
