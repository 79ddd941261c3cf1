import type { CreditBankIncomeWebhookUpdateResponse } from 'plaid';
import { z } from 'zod';
import { newestBankIncome } from '../income/bank-income-life';
import { type Body, endpoint } from '../request';
import { findUser, updateUser, userReference } from '../users/users';

const schema = z.strictObject({ ...userReference, enable_webhooks: z.boolean() });

/** `/credit/bank_income/webhook/update`: whether a user's changes of income are told; at first they are not. */
export const creditBankIncomeWebhookUpdate = endpoint(
  schema,
  async (world, { enable_webhooks, ...reference }): Promise<Body<CreditBankIncomeWebhookUpdateResponse>> => {
    const user = await findUser(world, reference);
    newestBankIncome(user);
    await updateUser(world, user.userId, (current) => ({ ...current, incomeUpdates: enable_webhooks }));
    return {};
  },
);
