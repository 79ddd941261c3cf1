/** Plaid's two-level category from its detailed name alone (FLD-9): the primary is its longest known prefix. */
import { type PersonalFinanceCategory, PersonalFinanceCategoryVersion } from 'plaid';

const PRIMARIES = [
  'INCOME',
  'TRANSFER_IN',
  'TRANSFER_OUT',
  'LOAN_PAYMENTS',
  'BANK_FEES',
  'ENTERTAINMENT',
  'FOOD_AND_DRINK',
  'GENERAL_MERCHANDISE',
  'HOME_IMPROVEMENT',
  'MEDICAL',
  'PERSONAL_CARE',
  'GENERAL_SERVICES',
  'GOVERNMENT_AND_NON_PROFIT',
  'TRANSPORTATION',
  'TRAVEL',
  'RENT_AND_UTILITIES',
] as const;

export function categoryOf(detailed: string, confidence: string): PersonalFinanceCategory {
  const primary = PRIMARIES.find((name) => detailed.startsWith(`${name}_`));
  if (!primary) throw new RangeError(`"${detailed}" is in none of Plaid's categories.`);
  return { primary, detailed, confidence_level: confidence, version: PersonalFinanceCategoryVersion.V1 };
}
