import type { CreditBankIncomeGetResponse } from 'plaid';
import { z } from 'zod';
import { bankIncome } from '../income/bank-income';
import { newestBankIncome } from '../income/bank-income-life';
import { type Body, endpoint } from '../request';
import { findUser, userReference } from '../users/users';

const schema = z.strictObject({
  ...userReference,
  options: z.strictObject({ count: z.int().min(1).nullish() }).nullish(),
});

/** `/credit/bank_income/get`: what a user earned, as it stood when each report was taken; newest first. */
export const creditBankIncomeGet = endpoint(
  schema,
  async (world, { options, ...reference }): Promise<Body<CreditBankIncomeGetResponse>> => {
    const user = await findUser(world, reference);
    const reports = [newestBankIncome(user), ...user.bankIncomes.slice(1)].slice(0, options?.count ?? 1);
    return { bank_income: await Promise.all(reports.map((report) => bankIncome(world, report))) };
  },
);
