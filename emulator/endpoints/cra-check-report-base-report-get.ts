import type { CraCheckReportBaseReportGetResponse } from 'plaid';
import { z } from 'zod';
import { baseReport } from '../consumer-report/base-report';
import { readableItems, readableReport } from '../consumer-report/check-report';
import { reportReference } from '../consumer-report/terms';
import { plaidError } from '../errors/errors';
import { type Body, endpoint } from '../request';
import { findUser } from '../users/users';

const schema = z.strictObject({
  ...reportReference,
  item_ids: z.array(z.string()).nullish(),
  user_tier: z.enum(['free', 'paid']).nullish(),
});

/** `/cra/check_report/base_report/get`: accounts, rows, balances and attributes of the newest report (CRA-9). */
export const craCheckReportBaseReportGet = endpoint(
  schema,
  async (
    world,
    { item_ids, report_id, ...reference },
  ): Promise<Body<CraCheckReportBaseReportGetResponse>> => {
    const report = await readableReport(world, await findUser(world, reference), report_id);
    const items = await readableItems(world, report);
    const named = item_ids ? items.filter(({ itemId }) => item_ids.includes(itemId)) : items;
    if (item_ids && named.length < item_ids.length) throw plaidError('ITEM_NOT_FOUND');
    return { report: baseReport(world, report, named), warnings: [] };
  },
);
