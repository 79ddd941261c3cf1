import { z } from 'zod';
import { bankIncome } from '../income/bank-income';
import { newestBankIncome } from '../income/bank-income-life';
import { bankIncomePaper } from '../income/bank-income-paper';
import { renderPdf } from '../pdf/render';
import { endpoint, FileAnswer } from '../request';
import { findUser, userReference } from '../users/users';

const schema = z.strictObject(userReference);

/** `/credit/bank_income/pdf/get`: the newest report as a file. */
export const creditBankIncomePdfGet = endpoint(schema, async (world, reference): Promise<FileAnswer> => {
  const report = await bankIncome(world, newestBankIncome(await findUser(world, reference)));
  return new FileAnswer(await renderPdf(bankIncomePaper(report)), 'application/pdf');
});
