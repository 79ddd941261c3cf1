import type { CreditBankIncomeRefreshResponse } from 'plaid';
import { z } from 'zod';
import { refreshBankIncome } from '../income/bank-income-life';
import { type Body, endpoint } from '../request';
import { findUser, userReference } from '../users/users';

const schema = z.strictObject({
  ...userReference,
  options: z
    .strictObject({ days_requested: z.int().min(1).max(731, 'must be 731 or less').nullish() })
    .nullish(),
});

/** `/credit/bank_income/refresh`: a new report over the same Items, and BANK_INCOME_REFRESH_COMPLETE (INC-2). */
export const creditBankIncomeRefresh = endpoint(
  schema,
  async (world, { options, ...reference }): Promise<Body<CreditBankIncomeRefreshResponse>> => {
    await refreshBankIncome(world, await findUser(world, reference), options?.days_requested ?? null);
    return {};
  },
);
