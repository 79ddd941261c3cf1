/** Calls about Bank Income: a user whose income was shared, its reports, and the webhooks of income. */
import { type Lone, WEBHOOK } from './lone';
import type { LoneExample } from './lone-examples';
import { aNewerUser, anOlderUser } from './user-examples';

const reported: LoneExample = async (lone) => ({ user_id: (await aUserWithIncome(lone)).user_id });
const reportedByToken = async (lone: Lone) => ({ user_token: (await aUserWithIncome(lone)).user_token });

export const INCOME_EXAMPLES: Readonly<Record<string, readonly LoneExample[]>> = {
  '/credit/bank_income/get': [
    reported,
    async (lone) => {
      const user = await reportedByToken(lone);
      await lone.call('/credit/bank_income/refresh', user);
      return { ...user, options: { count: 2 } };
    },
    async (lone) => ({ user_token: (await anOlderUser(lone)).user_token }),
  ],
  '/credit/bank_income/pdf/get': [reported],
  '/credit/bank_income/refresh': [
    async (lone) => ({ ...(await reportedByToken(lone)), options: { days_requested: 90 } }),
  ],
  '/credit/bank_income/webhook/update': [
    async (lone) => ({ ...(await reportedByToken(lone)), enable_webhooks: true }),
  ],
  '/credit/sessions/get': [reported, async (lone) => ({ user_id: (await aNewerUser(lone)).user_id })],
  '/sandbox/bank_income/fire_webhook': [
    (lone) => fired(lone, 'BANK_INCOME_REFRESH_UPDATE'),
    (lone) => fired(lone, 'BANK_INCOME_REFRESH_COMPLETE'),
  ],
  '/sandbox/income/fire_webhook': [
    'INCOME_VERIFICATION',
    'USER_INCOME_VERIFICATION',
    'INCOME_VERIFICATION_RISK_SIGNALS',
    'USER_INCOME_VERIFICATION_RISK_SIGNALS',
  ].map((webhook_code) => async (lone: Lone) => ({
    item_id: 'item',
    user_id: (await aNewerUser(lone)).user_id,
    webhook: WEBHOOK,
    verification_status: 'VERIFICATION_STATUS_PROCESSING_COMPLETE',
    webhook_code,
  })),
};

/** A user of the older kind with a report. */
async function aUserWithIncome(lone: Lone) {
  const { user_id, user_token } = await anOlderUser(lone);
  await lone.call('/sandbox/public_token/create', {
    institution_id: 'ins_109508',
    initial_products: ['income_verification'],
    options: {
      webhook: WEBHOOK,
      override_username: 'user_bank_income',
      override_password: '{}',
      income_verification: { income_source_types: ['bank'], bank_income: { days_requested: 365 } },
    },
    user_token,
  });
  return { user_id, user_token };
}

async function fired(lone: Lone, webhook_code: string): Promise<object> {
  const { user_id } = await aUserWithIncome(lone);
  return { webhook_code, webhook_override: WEBHOOK, webhook_fields: { user_id } };
}
