/** Bank Income under test: what is asked for, a world that stands still, and the newest report. */
import { type CreditBankIncome, type PlaidApi, Products } from 'plaid';
import { anEmulator, plaidClientFor, steer } from './emulator-client';

export const INCOME = {
  products: [Products.IncomeVerification],
  username: 'user_bank_income',
  password: '{}',
  incomeDays: 730,
};

/** A world that stands still, so that sums over days do not move under a test. */
export async function stillBank() {
  const delivered: unknown[] = [];
  const emulator = anEmulator({
    deliver: async (request) => {
      delivered.push(await request.json());
      return new Response(null, { status: 200 });
    },
  });
  await steer(emulator, '/clock/freeze');
  return { emulator, delivered, plaid: plaidClientFor(emulator) };
}

export async function newestReport(
  plaid: PlaidApi,
  user: { user_id?: string; user_token?: string },
): Promise<CreditBankIncome> {
  const { data } = await plaid.creditBankIncomeGet(user);
  const [report] = data.bank_income ?? [];
  if (!report) throw new Error('There is no report.');
  return report;
}
