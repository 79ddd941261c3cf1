import type { CraCheckReportCreateResponse } from 'plaid';
import { z } from 'zod';
import { startReport } from '../consumer-report/check-report';
import { permissiblePurpose, reportOptions, reportTerms } from '../consumer-report/terms';
import { endpoint, products, webhookUrl } from '../request';
import { requireReportIdentity } from '../users/identity';
import { findUser, userReference } from '../users/users';

const schema = z.strictObject({
  ...userReference,
  ...reportOptions,
  webhook: webhookUrl,
  products: products.nullish(),
  consumer_report_permissible_purpose: permissiblePurpose,
});

/** `/cra/check_report/create`: begins a new report over all Items of a user; it is ready later (CRA-7). */
export const craCheckReportCreate = endpoint(
  schema,
  async (world, request): Promise<Omit<CraCheckReportCreateResponse, 'request_id'>> => {
    const user = await findUser(world, request);
    requireReportIdentity(user);
    await startReport(world, user, reportTerms(request, request.products ?? [], request.webhook));
    return {};
  },
);
