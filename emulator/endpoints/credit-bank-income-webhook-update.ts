import type { CreditBankIncomeWebhookUpdateResponse } from 'plaid';
import { z } from 'zod';
import { followIncome } from '../income/income-updates';
import { type Body, endpoint } from '../request';
import { findUser, userReference } from '../users/users';

const schema = z.strictObject({ ...userReference, enable_webhooks: z.boolean() });

/** `/credit/bank_income/webhook/update`: whether a user's changes of income are told; at first they are not. */
export const creditBankIncomeWebhookUpdate = endpoint(
  schema,
  async (world, { enable_webhooks, ...reference }): Promise<Body<CreditBankIncomeWebhookUpdateResponse>> => {
    await followIncome(world, await findUser(world, reference), enable_webhooks);
    return {};
  },
);
