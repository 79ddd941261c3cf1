import type { SandboxUserFireWebhookResponse } from 'plaid';
import { z } from 'zod';
import { tellReport } from '../consumer-report/check-report-webhooks';
import { type Body, endpoint, webhookUrl } from '../request';
import { findUser, userReference } from '../users/users';

const schema = z.strictObject({
  ...userReference,
  webhook_type: z.enum(['CHECK_REPORT']),
  webhook_code: z.enum([
    'USER_CHECK_REPORT_READY',
    'USER_CHECK_REPORT_FAILED',
    'CHECK_REPORT_READY',
    'CHECK_REPORT_FAILED',
  ]),
  webhook: webhookUrl,
});

/** `/sandbox/user/fire_webhook`: a webhook of a report, whether or not there is one; no data change. */
export const sandboxUserFireWebhook = endpoint(
  schema,
  async (world, request): Promise<Body<SandboxUserFireWebhookResponse>> => {
    const { webhook, webhook_code } = request;
    const { userId } = await findUser(world, request);
    const failure = webhook_code.endsWith('FAILED') ? ('DATA_UNAVAILABLE' as const) : null;
    await tellReport(world, webhook, webhook_code, { userId, failure, products: [], brokenItems: [] });
    return { webhook_fired: true };
  },
);
