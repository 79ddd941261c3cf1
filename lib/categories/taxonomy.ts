/**
 * Our categories, and where each of Plaid's belongs. What counts as spending follows FLD-13: transfers
 * between own accounts and card payments are neither spending nor income, a refund nets within its
 * category (FLD-14), investment activity stays out (INV-12), and cash withdrawn is spending.
 */
export type CategoryKind = 'income' | 'spending' | 'transfer';

export type Category = {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly kind: CategoryKind;
};

const define = (kind: CategoryKind, group: string, names: Record<string, string>): Category[] =>
  Object.entries(names).map(([id, name]) => ({ id, name, group, kind }));

export const CATEGORIES: readonly Category[] = [
  ...define('income', 'Income', {
    salary: 'Salary',
    'interest-dividends': 'Interest and dividends',
    pension: 'Pension',
    benefits: 'Benefits',
    'tax-refund': 'Tax refund',
    'other-income': 'Other income',
  }),
  ...define('spending', 'Home', {
    housing: 'Rent and mortgage',
    utilities: 'Utilities',
    'internet-phone': 'Internet and phone',
    'home-improvement': 'Home improvement',
  }),
  ...define('spending', 'Food', { groceries: 'Groceries', 'eating-out': 'Eating out', coffee: 'Coffee' }),
  ...define('spending', 'Getting around', {
    transport: 'Transport',
    fuel: 'Fuel',
    'car-payment': 'Car payment',
    travel: 'Travel',
  }),
  ...define('spending', 'Living', {
    shopping: 'Shopping',
    clothing: 'Clothing',
    entertainment: 'Entertainment',
    subscriptions: 'Subscriptions',
    'personal-care': 'Personal care',
    health: 'Health',
    pets: 'Pets',
    childcare: 'Childcare',
    education: 'Education',
    gifts: 'Gifts and donations',
  }),
  ...define('spending', 'Money', {
    insurance: 'Insurance',
    services: 'Services',
    fees: 'Fees and interest',
    taxes: 'Taxes',
    'loan-payment': 'Loan payments',
    cash: 'Cash',
  }),
  ...define('spending', 'Other', { uncategorised: 'Uncategorised' }),
  ...define('transfer', 'Transfers', {
    transfer: 'Transfer',
    'card-payment': 'Card payment',
    investing: 'Investing',
    borrowing: 'Money borrowed',
    'loan-account': 'Inside a loan',
  }),
];

const BY_ID = new Map(CATEGORIES.map((category) => [category.id, category]));
const UNCATEGORISED = 'uncategorised';

export function isCategoryId(id: string): boolean {
  return BY_ID.has(id);
}

/** The category by its id; an id that is no longer known shows as its own words, and counts as spending (GEN-7). */
export function categoryOf(id: string): Category {
  return BY_ID.get(id) ?? { id, name: readable(id), group: 'Other', kind: 'spending' };
}

/**
 * Ours for Plaid's personal finance category, taxonomy v1 or v2 (FLD-11, FLD-12): by the detailed value,
 * else by the primary, else uncategorised (FLD-8, FLD-9). Rows of a loan's own account are neither income nor
 * spending, since the payment was counted where it was paid from.
 */
export function categoryForPlaid(primary: string | null, detailed: string | null, isLoan = false): string {
  if (isLoan) return 'loan-account';
  if (!primary) return UNCATEGORISED;
  const rest = detailed?.startsWith(`${primary}_`) ? detailed.slice(primary.length + 1) : '';
  return DETAILED[`${primary}.${rest}`] ?? PRIMARY[primary] ?? UNCATEGORISED;
}

const PRIMARY: Record<string, string> = {
  INCOME: 'other-income',
  LOAN_DISBURSEMENTS: 'borrowing',
  TRANSFER_IN: 'transfer',
  TRANSFER_OUT: 'transfer',
  LOAN_PAYMENTS: 'loan-payment',
  BANK_FEES: 'fees',
  ENTERTAINMENT: 'entertainment',
  FOOD_AND_DRINK: 'eating-out',
  GENERAL_MERCHANDISE: 'shopping',
  HOME_IMPROVEMENT: 'home-improvement',
  MEDICAL: 'health',
  PERSONAL_CARE: 'personal-care',
  GENERAL_SERVICES: 'services',
  GOVERNMENT_AND_NON_PROFIT: 'taxes',
  TRANSPORTATION: 'transport',
  TRAVEL: 'travel',
  RENT_AND_UTILITIES: 'utilities',
  OTHER: UNCATEGORISED,
};

const DETAILED: Record<string, string> = {
  'INCOME.WAGES': 'salary',
  'INCOME.SALARY': 'salary',
  'INCOME.DIVIDENDS': 'interest-dividends',
  'INCOME.INTEREST_EARNED': 'interest-dividends',
  'INCOME.RETIREMENT_PENSION': 'pension',
  'INCOME.UNEMPLOYMENT': 'benefits',
  'INCOME.TAX_REFUND': 'tax-refund',
  'TRANSFER_IN.CASH_ADVANCES_AND_LOANS': 'borrowing',
  'TRANSFER_IN.INVESTMENT_AND_RETIREMENT_FUNDS': 'investing',
  'TRANSFER_OUT.INVESTMENT_AND_RETIREMENT_FUNDS': 'investing',
  'TRANSFER_OUT.WITHDRAWAL': 'cash',
  'LOAN_PAYMENTS.CAR_PAYMENT': 'car-payment',
  'LOAN_PAYMENTS.CREDIT_CARD_PAYMENT': 'card-payment',
  'LOAN_PAYMENTS.MORTGAGE_PAYMENT': 'housing',
  'FOOD_AND_DRINK.GROCERIES': 'groceries',
  'FOOD_AND_DRINK.COFFEE': 'coffee',
  'ENTERTAINMENT.MUSIC_AND_AUDIO': 'subscriptions',
  'ENTERTAINMENT.TV_AND_MOVIES': 'subscriptions',
  'GENERAL_MERCHANDISE.CLOTHING_AND_ACCESSORIES': 'clothing',
  'GENERAL_MERCHANDISE.GIFTS_AND_NOVELTIES': 'gifts',
  'GENERAL_MERCHANDISE.PET_SUPPLIES': 'pets',
  'MEDICAL.VETERINARY_SERVICES': 'pets',
  'GENERAL_SERVICES.INSURANCE': 'insurance',
  'GENERAL_SERVICES.CHILDCARE': 'childcare',
  'GENERAL_SERVICES.EDUCATION': 'education',
  'GENERAL_SERVICES.AUTOMOTIVE': 'transport',
  'GOVERNMENT_AND_NON_PROFIT.DONATIONS': 'gifts',
  'TRANSPORTATION.GAS': 'fuel',
  'RENT_AND_UTILITIES.RENT': 'housing',
  'RENT_AND_UTILITIES.INTERNET_AND_CABLE': 'internet-phone',
  'RENT_AND_UTILITIES.TELEPHONE': 'internet-phone',
};

function readable(id: string): string {
  const words = id.replaceAll('-', ' ').replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
