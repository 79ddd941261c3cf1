import type { CraCheckReportPartnerInsightsGetResponse } from 'plaid';
import { z } from 'zod';
import { readableItems, readableReport } from '../consumer-report/check-report';
import { partnerInsights } from '../consumer-report/insights';
import { prismVersions, reportReference } from '../consumer-report/terms';
import { type Body, endpoint } from '../request';
import { findUser } from '../users/users';

const schema = z.strictObject({
  ...reportReference,
  user_tier: z.enum(['free', 'paid']).nullish(),
  partner_insights: z
    .strictObject({ prism_versions: prismVersions.nullish(), fico: z.looseObject({}).nullish() })
    .nullish(),
  options: z.strictObject({ prism_versions: prismVersions.nullish() }).nullish(),
});

/** `/cra/check_report/partner_insights/get`: scores in the form of a partner's, made from the same rows (CRA-9). */
export const craCheckReportPartnerInsightsGet = endpoint(
  schema,
  async (
    world,
    { partner_insights, options, report_id, ...reference },
  ): Promise<Body<CraCheckReportPartnerInsightsGetResponse>> => {
    const report = await readableReport(world, await findUser(world, reference), report_id);
    const versions = partner_insights?.prism_versions ?? options?.prism_versions ?? {};
    return {
      report: partnerInsights(world, report, await readableItems(world, report), versions),
      warnings: [],
    };
  },
);
