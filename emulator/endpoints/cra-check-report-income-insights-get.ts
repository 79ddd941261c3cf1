import type { CraCheckReportIncomeInsightsGetResponse } from 'plaid';
import { z } from 'zod';
import { readableItems, readableReport } from '../consumer-report/check-report';
import { incomeInsights } from '../consumer-report/income-insights';
import { reportReference } from '../consumer-report/terms';
import { type Body, endpoint } from '../request';
import { findUser } from '../users/users';

const schema = z.strictObject({
  ...reportReference,
  options: z
    .strictObject({
      income_insights_version: z.enum(['II2']).nullish(),
      income_insights_filter: z
        .strictObject({
          included_categories: z.array(z.string()),
          excluded_categories: z.array(z.string()).nullish(),
        })
        .nullish(),
    })
    .nullish(),
});

/** `/cra/check_report/income_insights/get`: streams of income, found in the rows of the report (CRA-9). */
export const craCheckReportIncomeInsightsGet = endpoint(
  schema,
  async (
    world,
    { options, report_id, ...reference },
  ): Promise<Body<CraCheckReportIncomeInsightsGetResponse>> => {
    const report = await readableReport(world, await findUser(world, reference), report_id);
    const filter = options?.income_insights_filter;
    const wanted = {
      included: filter && filter.included_categories.length > 0 ? filter.included_categories : null,
      excluded: filter?.excluded_categories ?? [],
    };
    return {
      report: incomeInsights(world, report, await readableItems(world, report), wanted),
      warnings: [],
    };
  },
);
