/** The facts that only some loans have (LIA-3, LIA-4), in words and in a steady order. */

import { formatMoney } from '@/lib/core/format-money';
import { fromDecimal, money } from '@/lib/core/money';

type Fact = { name: string; value: string };

/** What each is called here; those without a name are shown by their own words. */
const NAMES: Record<string, string> = {
  loanName: 'Loan',
  loanType: 'Kind of loan',
  loanTerm: 'Term',
  status: 'Status',
  statusEnds: 'Status until',
  repaymentPlan: 'Repayment plan',
  guarantor: 'Guarantor',
  hasPmi: 'Mortgage insurance',
  hasPrepaymentPenalty: 'Penalty for paying early',
  lateFee: 'Late fee',
  property: 'Property',
  servicer: 'Servicer',
  sequenceNumber: 'Sequence number',
  paymentReference: 'Payment reference',
  pslfEstimatedEligibility: 'Forgiveness possible from',
  disbursements: 'Paid out on',
};

const ORDER = Object.keys(NAMES);

/** The facts that are known, with yes and no in words. */
export function detailFacts(
  details: Record<string, string | number | boolean | null>,
  currency: string,
): Fact[] {
  return Object.entries(details)
    .toSorted(([a], [b]) => placeOf(a) - placeOf(b) || a.localeCompare(b))
    .flatMap(([key, value]) => {
      if (value === null || value === '') return [];
      const words = key === 'lateFee' ? feeInWords(String(value), currency) : inWords(value);
      return [{ name: NAMES[key] ?? readable(key), value: words }];
    });
}

function placeOf(key: string): number {
  const place = ORDER.indexOf(key);
  return place === -1 ? ORDER.length : place;
}

function feeInWords(text: string, currency: string): string {
  return formatMoney(money(fromDecimal(text, currency).amount, currency));
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
