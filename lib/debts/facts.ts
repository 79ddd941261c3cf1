/** The facts that only some loans have (LIA-3, LIA-4), in words and in a steady order. */

import { formatMoney } from '@/lib/core/format-money';
import { fromDecimal, money } from '@/lib/core/money';
import type { Writing } from '@/lib/core/writing';

type Fact = { name: string; value: string };

/** What each is called here; those without a name are shown by their own words. */
const NAMES: Record<string, string> = {
  loanName: 'Loan',
  loanType: 'Kind of loan',
  loanTerm: 'Term',
  loanTermMonths: 'Term in months',
  principalBalance: 'Principal left',
  payoffAmount: 'To pay it off today',
  creditLimit: 'Credit line',
  availableCredit: 'Still available',
  nextPayment: 'Next payment',
  financeCharges: 'Finance charges',
  drawPeriodEnds: 'Can be drawn until',
  paymentCount: 'Number of payments',
  paymentFrequency: 'Paid',
  compoundingPeriod: 'Interest is added',
  status: 'Status',
  statusEnds: 'Status until',
  repaymentPlan: 'Repayment plan',
  repaymentPlanType: 'Kind of plan',
  guarantor: 'Guarantor',
  hasPmi: 'Mortgage insurance',
  hasPrepaymentPenalty: 'Penalty for paying early',
  lateFee: 'Late fee',
  property: 'Property',
  servicer: 'Servicer',
  sequenceNumber: 'Sequence number',
  paymentReference: 'Payment reference',
  pslfEstimatedEligibility: 'Forgiveness possible from',
  pslfPaymentsMade: 'Payments counted for forgiveness',
  pslfPaymentsRemaining: 'Payments left for forgiveness',
  numberEnd: 'Number ends in',
  disbursements: 'Paid out on',
};

const ORDER = Object.keys(NAMES);

/** Decimals of the debt's currency; all other numbers are counts. */
const AMOUNTS = [
  'lateFee',
  'principalBalance',
  'payoffAmount',
  'creditLimit',
  'availableCredit',
  'nextPayment',
  'financeCharges',
];

/** The facts that are known, with yes and no in words. */
export function detailFacts(
  details: Record<string, string | number | boolean | null>,
  currency: string,
  writing: Writing,
): Fact[] {
  return Object.entries(details)
    .toSorted(([a], [b]) => placeOf(a) - placeOf(b) || a.localeCompare(b))
    .flatMap(([key, value]) => {
      if (value === null || value === '') return [];
      const words = AMOUNTS.includes(key) ? amountInWords(String(value), currency, writing) : inWords(value);
      return [{ name: NAMES[key] ?? readable(key), value: words }];
    });
}

function placeOf(key: string): number {
  const place = ORDER.indexOf(key);
  return place === -1 ? ORDER.length : place;
}

function amountInWords(text: string, currency: string, writing: Writing): string {
  return formatMoney(money(fromDecimal(text, currency).amount, currency), writing);
}

function inWords(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return capital(String(value));
}

/** "pslfStatus" and "pslf_status" are both "Pslf status". */
function readable(key: string): string {
  const words = key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return capital(words);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
