/** Consumer Reports under test: what is asked for, a world that stands still, and the report itself. */
import { type BaseReport, ConsumerReportPermissiblePurpose, type PlaidApi, Products } from 'plaid';
import { anEmulator, plaidClientFor, steer } from './emulator-client';

export const HOOK = 'https://app.test/hook';
export const CHECK = [Products.CraBaseReport, Products.CraIncomeInsights];
export const INCOME_PERSON = { products: CHECK, username: 'user_bank_income', password: '{}' };
export const ASKED = {
  webhook: HOOK,
  days_requested: 365,
  consumer_report_permissible_purpose: ConsumerReportPermissiblePurpose.WrittenInstructionOther,
};

export type Who = { readonly user_id?: string; readonly user_token?: string };

/** A world that stands still; reports take `reportMs`, and what is told is kept. */
export async function stillWorld(reportMs = 0) {
  const told: Record<string, unknown>[] = [];
  const emulator = anEmulator({
    deliver: async (request) => {
      told.push(await request.json());
      return new Response(null, { status: 200 });
    },
  });
  await steer(emulator, '/clock/freeze');
  await steer(emulator, '/delays/set', { report_ms: reportMs });
  const reports = () => told.filter(({ webhook_type }) => webhook_type === 'CHECK_REPORT');
  return { emulator, plaid: plaidClientFor(emulator), reports };
}

export async function baseReport(plaid: PlaidApi, who: Who): Promise<BaseReport> {
  return (await plaid.craCheckReportBaseReportGet(who)).data.report;
}

export const accountsIn = ({ items }: BaseReport) => items.flatMap(({ accounts }) => accounts);
export const cents = (amounts: readonly number[]) =>
  amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0);
