/**
 * The two versions of Plaid's categories (FLD-11, FLD-12). Banks' rows carry v1; v2 keeps most of its values,
 * renames three and divides some more finely, which only the words of the row can tell.
 */
import { type PersonalFinanceCategory, PersonalFinanceCategoryVersion } from 'plaid';

export type TaxonomyVersion = `${PersonalFinanceCategoryVersion}`;

/** What is asked for when a call names no version: that of a customer who began before v2 was the rule. */
export const USUAL_VERSION: TaxonomyVersion = 'v1';

/** v1's detailed value, and v2's: the first whose words stand in the row, else the last. */
const CHANGED: Readonly<Record<string, readonly Refinement[]>> = {
  INCOME_WAGES: [
    [/\b(uber|lyft|doordash|instacart|grubhub)\b/i, 'INCOME_GIG_ECONOMY'],
    [/\b(dfas|army|navy|air force) /i, 'INCOME_MILITARY'],
    [/invoice|contract|1099|freelance/i, 'INCOME_CONTRACTOR'],
    ['INCOME_SALARY'],
  ],
  INCOME_OTHER_INCOME: [
    [/child support/i, 'INCOME_CHILD_SUPPORT'],
    [/disability/i, 'INCOME_LONG_TERM_DISABILITY'],
    [/\brent(al)?\b/i, 'INCOME_RENTAL'],
    [/invoice|contract|1099|freelance|client/i, 'INCOME_CONTRACTOR'],
    ['INCOME_OTHER'],
  ],
  TRANSFER_IN_CASH_ADVANCES_AND_LOANS: [
    [/mortgage/i, 'LOAN_DISBURSEMENTS_MORTGAGE'],
    [/student|education/i, 'LOAN_DISBURSEMENTS_STUDENT'],
    [/\bauto\b/i, 'LOAN_DISBURSEMENTS_AUTO'],
    [/cash advance/i, 'LOAN_DISBURSEMENTS_CASH_ADVANCES'],
    [/earnin|dailypay|payactiv|brigit/i, 'LOAN_DISBURSEMENTS_EWA'],
    [/personal loan/i, 'LOAN_DISBURSEMENTS_PERSONAL'],
    ['LOAN_DISBURSEMENTS_OTHER_DISBURSEMENT'],
  ],
  TRANSFER_IN_ACCOUNT_TRANSFER: [
    [/\b(venmo|zelle|paypal|cash app)\b/i, 'TRANSFER_IN_TRANSFER_IN_FROM_APPS'],
    [/\bwire\b/i, 'TRANSFER_IN_WIRE'],
  ],
  TRANSFER_OUT_ACCOUNT_TRANSFER: [
    [/\b(venmo|zelle|paypal|cash app)\b/i, 'TRANSFER_OUT_TRANSFER_OUT_FROM_APPS'],
    [/\bwire\b/i, 'TRANSFER_OUT_WIRE'],
  ],
  TRANSFER_OUT_INVESTMENT_AND_RETIREMENT_FUNDS: [[/coinbase|kraken|crypto/i, 'TRANSFER_OUT_CRYPTO']],
  LOAN_PAYMENTS_OTHER_PAYMENT: [
    [/affirm|klarna|afterpay/i, 'LOAN_PAYMENTS_BNPL'],
    [/cash advance/i, 'LOAN_PAYMENTS_CASH_ADVANCES'],
    [/earnin|dailypay|payactiv|brigit/i, 'LOAN_PAYMENTS_EWA'],
  ],
  BANK_FEES_OTHER_BANK_FEES: [
    [/\blate\b/i, 'BANK_FEES_LATE_FEES'],
    [/cash advance/i, 'BANK_FEES_CASH_ADVANCE'],
  ],
};

type Refinement = readonly [words: RegExp, detailed: string] | readonly [detailed: string];

const NEW_PRIMARY = 'LOAN_DISBURSEMENTS';

/** A row's category in the version that was asked for; `description` is the bank's own line. */
export function categoryIn(
  version: TaxonomyVersion,
  category: PersonalFinanceCategory | null,
  description: string,
): PersonalFinanceCategory | null {
  if (category === null || version === 'v1') return category;
  const detailed = refined(category.detailed, description);
  const primary = detailed.startsWith(`${NEW_PRIMARY}_`) ? NEW_PRIMARY : category.primary;
  return { ...category, primary, detailed, version: PersonalFinanceCategoryVersion.V2 };
}

function refined(detailed: string, description: string): string {
  if (!Object.hasOwn(CHANGED, detailed)) return detailed;
  for (const rule of CHANGED[detailed] ?? []) {
    if (rule.length === 1) return rule[0];
    if (rule[0].test(description)) return rule[1];
  }
  return detailed;
}
