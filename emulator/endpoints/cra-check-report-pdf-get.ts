import { z } from 'zod';
import { baseReport } from '../consumer-report/base-report';
import { readableItems, readableReport } from '../consumer-report/check-report';
import { checkReportPaper } from '../consumer-report/check-report-paper';
import { incomeInsights } from '../consumer-report/income-insights';
import { partnerInsights } from '../consumer-report/insights';
import { reportReference } from '../consumer-report/terms';
import { renderPdf } from '../pdf/render';
import { endpoint, FileAnswer } from '../request';
import { findUser } from '../users/users';

const schema = z.strictObject({
  ...reportReference,
  add_ons: z.array(z.enum(['cra_income_insights', 'cra_partner_insights'])).nullish(),
});

/** `/cra/check_report/pdf/get`: the Base Report as a file, with the add-ons that are named (CRA-9). */
export const craCheckReportPdfGet = endpoint(
  schema,
  async (world, { add_ons, report_id, ...reference }): Promise<FileAnswer> => {
    const report = await readableReport(world, await findUser(world, reference), report_id);
    const items = await readableItems(world, report);
    const everything = { included: null, excluded: [] };
    const paper = checkReportPaper(baseReport(world, report, items), {
      income: add_ons?.includes('cra_income_insights')
        ? incomeInsights(world, report, items, everything)
        : null,
      partner: add_ons?.includes('cra_partner_insights') ? partnerInsights(world, report, items, {}) : null,
    });
    return new FileAnswer(await renderPdf(paper), 'application/pdf');
  },
);
