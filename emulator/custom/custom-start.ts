/** What an account of a custom user stands at on the day of the link. */
import Big from 'big.js';
import { exponentOf } from '@/lib/core/currency';
import type { Day } from '@/lib/core/day';
import { seeded } from '../generate/seeded';
import { customHolding } from './custom-investments';
import type { CustomAccount, CustomHolding } from './schema';
import { monthAt, studentPlan } from './student-plan';

/** By chance, where the file says nothing: dollars from and to. */
const CHANCE: Readonly<Record<string, readonly [low: number, high: number]>> = {
  credit: [50, 2000],
  loan: [5000, 80_000],
};

/** The file's `starting_balance`, else what its holdings or its loan come to, else a balance from its seed. */
export function customStart(account: CustomAccount, seed: string, linkedOn: Day): number {
  const { starting_balance: start, holdings, liability, meta } = account;
  if (start !== undefined) return start;
  if (holdings) {
    return worthOf(holdings, account.currency ?? 'USD', linkedOn);
  }
  if (liability?.type === 'student' && liability.principal !== undefined) {
    const plan = studentPlan(liability, linkedOn, 0);
    return (monthAt(plan, linkedOn)?.left ?? plan.principal) / 100;
  }
  const [low, high] = CHANCE[account.type] ?? [100, 10_000];
  const dollars = seeded('balance', seed).between(low * 100, high * 100) / 100;
  return meta?.limit === undefined ? dollars : Math.min(dollars, meta.limit);
}

/**
 * Holdings of the account's own currency summed to its own last digit: cents, yen, or hundred-millionths of a
 * coin. Those of another currency are not added to it (GEN-10).
 */
function worthOf(holdings: readonly CustomHolding[], currency: string, linkedOn: Day): number {
  const sum = holdings
    .map((holding) => customHolding(holding, currency, linkedOn))
    .filter((held) => (held.iso_currency_code ?? held.unofficial_currency_code) === currency)
    .reduce((total, held) => total.plus(held.institution_value), new Big(0));
  return Number(sum.round(exponentOf(currency)));
}
