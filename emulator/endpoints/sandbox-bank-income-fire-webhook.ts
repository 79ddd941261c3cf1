import type { SandboxBankIncomeFireWebhookResponse } from 'plaid';
import { z } from 'zod';
import { plaidError } from '../errors/errors';
import { type Body, endpoint, webhookUrl } from '../request';
import { userById } from '../users/users';
import { queueAt } from '../webhooks/webhooks';

const schema = z.strictObject({
  webhook_override: webhookUrl.nullish(),
  webhook_code: z.enum(['BANK_INCOME_REFRESH_UPDATE', 'BANK_INCOME_REFRESH_COMPLETE']),
  webhook_fields: z.strictObject({
    user_id: z.string(),
    bank_income_refresh_complete_result: z.enum(['SUCCESS', 'FAILURE']).nullish(),
  }),
});

/** `/sandbox/bank_income/fire_webhook`: to the address given, or to that of the user's newest report. */
export const sandboxBankIncomeFireWebhook = endpoint(
  schema,
  async (
    world,
    { webhook_override, webhook_code, webhook_fields },
  ): Promise<Body<SandboxBankIncomeFireWebhookResponse>> => {
    const user = await userById(world, webhook_fields.user_id);
    const url = webhook_override ?? user.bankIncomes[0]?.webhook;
    if (!url) throw plaidError('SANDBOX_WEBHOOK_INVALID');
    const result = webhook_fields.bank_income_refresh_complete_result ?? 'SUCCESS';
    await queueAt(world, url, null, 'INCOME', webhook_code, {
      user_id: user.userId,
      ...(webhook_code === 'BANK_INCOME_REFRESH_COMPLETE' && { result }),
    });
    return {};
  },
);
