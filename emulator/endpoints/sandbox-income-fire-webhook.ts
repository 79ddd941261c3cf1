import type { SandboxIncomeFireWebhookResponse } from 'plaid';
import { z } from 'zod';
import { missingFields } from '../errors/errors';
import { type Body, endpoint, webhookUrl } from '../request';
import { queueAt } from '../webhooks/webhooks';

const schema = z.strictObject({
  item_id: z.string(),
  user_id: z.string().nullish(),
  webhook: webhookUrl,
  verification_status: z
    .enum([
      'VERIFICATION_STATUS_PROCESSING_COMPLETE',
      'VERIFICATION_STATUS_PROCESSING_FAILED',
      'VERIFICATION_STATUS_PENDING_APPROVAL',
    ])
    .nullish(),
  webhook_code: z
    .enum([
      'INCOME_VERIFICATION',
      'USER_INCOME_VERIFICATION',
      'INCOME_VERIFICATION_RISK_SIGNALS',
      'USER_INCOME_VERIFICATION_RISK_SIGNALS',
    ])
    .default('INCOME_VERIFICATION'),
});

/** `/sandbox/income/fire_webhook`: an Income webhook as payroll and documents bring it; no data change. */
export const sandboxIncomeFireWebhook = endpoint(
  schema,
  async (
    world,
    { item_id, user_id, webhook, verification_status, webhook_code },
  ): Promise<Body<SandboxIncomeFireWebhookResponse>> => {
    const isRisk = webhook_code.endsWith('RISK_SIGNALS');
    if (!isRisk && !verification_status) throw missingFields(['verification_status']);
    await queueAt(world, webhook, null, 'INCOME', webhook_code, {
      item_id,
      ...(user_id && { user_id }),
      ...(isRisk ? { risk_signals_status: 'RISK_SIGNALS_PROCESSING_COMPLETE' } : { verification_status }),
    });
    return {};
  },
);
