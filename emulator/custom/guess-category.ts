/** A first guess at what a bank line is about, from words in it; a custom user's file names no category. */
import type { PersonalFinanceCategory } from 'plaid';
import { categoryOf } from '../generate/category';

const WORDS: readonly (readonly [pattern: RegExp, category: string])[] = [
  [/credit (crd|card).*(pay|autopay)|card payment/i, 'LOAN_PAYMENTS_CREDIT_CARD_PAYMENT'],
  [/mortgage/i, 'LOAN_PAYMENTS_MORTGAGE_PAYMENT'],
  [/student loan/i, 'LOAN_PAYMENTS_STUDENT_LOAN_PAYMENT'],
  [/\b(rent)\b/i, 'RENT_AND_UTILITIES_RENT'],
  [/netflix|hulu|disney/i, 'ENTERTAINMENT_TV_AND_MOVIES'],
  [/spotify|music/i, 'ENTERTAINMENT_MUSIC_AND_AUDIO'],
  [/whole ?foods|trader joe|safeway|grocer|kroger|market/i, 'FOOD_AND_DRINK_GROCERIES'],
  [/starbucks|coffee/i, 'FOOD_AND_DRINK_COFFEE'],
  [/mcdonald|chipotle|burger|kfc|taco/i, 'FOOD_AND_DRINK_FAST_FOOD'],
  [/restaurant|pizza|diner|bistro/i, 'FOOD_AND_DRINK_RESTAURANT'],
  [/shell|chevron|exxon|\bgas\b/i, 'TRANSPORTATION_GAS'],
  [/uber|lyft|taxi/i, 'TRANSPORTATION_TAXIS_AND_RIDE_SHARES'],
  [/amazon|amzn|ebay/i, 'GENERAL_MERCHANDISE_ONLINE_MARKETPLACES'],
  [/target|walmart|costco/i, 'GENERAL_MERCHANDISE_SUPERSTORES'],
  [/mobile|wireless|phone/i, 'RENT_AND_UTILITIES_TELEPHONE'],
  [/electric|utility|power/i, 'RENT_AND_UTILITIES_GAS_AND_ELECTRICITY'],
  [/comcast|internet|cable/i, 'RENT_AND_UTILITIES_INTERNET_AND_CABLE'],
  [/climbing|gym|fitness/i, 'PERSONAL_CARE_GYMS_AND_FITNESS_CENTERS'],
  [/insurance|geico/i, 'GENERAL_SERVICES_INSURANCE'],
  [/airline|united|delta|flight/i, 'TRAVEL_FLIGHTS'],
  [/pharmacy|cvs|walgreens/i, 'MEDICAL_PHARMACIES_AND_SUPPLEMENTS'],
  [/overdraft/i, 'BANK_FEES_OVERDRAFT_FEES'],
  [/\bfee\b/i, 'BANK_FEES_OTHER_BANK_FEES'],
  [/atm|withdrawal/i, 'TRANSFER_OUT_WITHDRAWAL'],
];

const INCOME: readonly (readonly [pattern: RegExp, category: string])[] = [
  [/payroll|salary|wage|dir(ect)? dep|gusto|paycheck/i, 'INCOME_WAGES'],
  [/unemployment/i, 'INCOME_UNEMPLOYMENT'],
  [/tax ref|irs/i, 'INCOME_TAX_REFUND'],
  [/dividend/i, 'INCOME_DIVIDENDS'],
  [/interest|intrst/i, 'INCOME_INTEREST_EARNED'],
  [/social security|pension|ssa /i, 'INCOME_RETIREMENT_PENSION'],
  [/deposit/i, 'TRANSFER_IN_DEPOSIT'],
  [/transfer|zelle|venmo/i, 'TRANSFER_IN_ACCOUNT_TRANSFER'],
];

export function guessCategory(description: string, amount: number): PersonalFinanceCategory {
  const words = amount < 0 ? [...INCOME, ...WORDS] : WORDS;
  const found = words.find(([pattern]) => pattern.test(description))?.[1];
  const fallback = amount < 0 ? 'INCOME_OTHER_INCOME' : 'GENERAL_MERCHANDISE_OTHER_GENERAL_MERCHANDISE';
  return categoryOf(found ?? fallback, found ? 'MEDIUM' : 'LOW');
}
