/** One account of a custom user, put together from the file's parts (SBX-7). */
import { exponentOf, isOfficial } from '@/lib/core/currency';
import type { Day } from '@/lib/core/day';
import { accountShell } from '../generate/account';
import { seeded } from '../generate/seeded';
import type { LoginAccount } from '../login';
import { creditLiability } from './credit-liability';
import { customBalances } from './custom-balances';
import { customOwner } from './custom-identity';
import { customHolding, customInvestmentTransaction } from './custom-investments';
import { customMovement } from './custom-rows';
import { customStart } from './custom-start';
import { inflowOf } from './inflow';
import type { CustomAccount } from './schema';
import { studentLiability } from './student-liability';
import { studentPlan } from './student-plan';

/** An account that holds money; payroll accounts hold paystubs and belong to another product. */
export type MoneyAccount = CustomAccount & { readonly type: Exclude<CustomAccount['type'], 'payroll'> };

export function customAccount(
  account: MoneyAccount,
  index: number,
  seed: string,
  linkedOn: Day,
): LoginAccount {
  const { currency = 'USD', type } = account;
  const start = customStart(account, `${seed} ${index}`, linkedOn);
  const digits = exponentOf(currency);
  const rows = (account.transactions ?? []).map((row, at) => customMovement(row, at, linkedOn, currency));
  const balance = Math.round(start * 10 ** digits);
  const inflow = inflowOf({ account, linkedOn, currency, digits, rows, balance });
  const movements = [...rows, ...inflow.movements];
  const debt = account.liability?.type === 'student' ? account.liability : undefined;
  const student = debt && studentPlan(debt, linkedOn, balance);
  const balances = customBalances({
    account,
    linkedOn,
    start,
    movements,
    accruals: inflow.accruals,
    student,
  });
  return {
    ...accountShell({ ...namesOf(account, index, seed), type, owners: [customOwner(account.identity)] }),
    currency,
    unofficial: !isOfficial(currency),
    ...(account.holder_category && { holderCategory: account.holder_category }),
    movements,
    balancesOn: balances.on,
    liabilityOn: (day) =>
      student && debt
        ? studentLiability(debt, student, day)
        : creditLiability({ account, movements, balanceOn: balances.currentOn }, day),
    ...investmentsOf(account, currency, linkedOn),
  };
}

function investmentsOf(account: MoneyAccount, currency: string, linkedOn: Day) {
  const holdings = (account.holdings ?? []).map((holding) => customHolding(holding, currency, linkedOn));
  const trades = account.investment_transactions ?? [];
  return {
    holdingsOn: () => holdings,
    investmentTransactions: trades.map((row, at) => customInvestmentTransaction(row, at, currency)),
  };
}

function namesOf({ meta, subtype, type, numbers }: MoneyAccount, index: number, seed: string) {
  const kind = subtype === 'student' ? 'student loan' : (subtype ?? type);
  const digits = String(seeded('mask', seed, String(index)).between(1000, 9999));
  return {
    key: `account ${index}`,
    name: meta?.name ?? `Plaid ${kind.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())}`,
    officialName: meta?.official_name ?? null,
    mask:
      meta?.mask === ''
        ? null
        : (meta?.mask ?? ((numbers?.account ?? numbers?.international_iban)?.slice(-4) || digits)),
    subtype: subtype ?? null,
  };
}
