import type { CraCheckReportLendScoreGetResponse } from 'plaid';
import { z } from 'zod';
import { readableItems, readableReport } from '../consumer-report/check-report';
import { lendScore } from '../consumer-report/insights';
import { reportReference } from '../consumer-report/terms';
import { type Body, endpoint } from '../request';
import { findUser } from '../users/users';

const schema = z.strictObject({
  ...reportReference,
  options: z.strictObject({ lend_score_version: z.enum(['v1.0', 'v2.0', 'LS1']).nullish() }).nullish(),
});

/** `/cra/check_report/lend_score/get`: one number from 1 to 99 that moves with the rows. */
export const craCheckReportLendScoreGet = endpoint(
  schema,
  async (world, request): Promise<Body<CraCheckReportLendScoreGetResponse>> => {
    const report = await readableReport(world, await findUser(world, request), request.report_id);
    return { report: lendScore(world, report, await readableItems(world, report)), warnings: [] };
  },
);
