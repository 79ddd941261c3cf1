/** The configuration of a custom user, field by field as Plaid documents it (SBX-6, SBX-7). */
import { z } from 'zod';
import { type Day, day, isDay } from '@/lib/core/day';
import { jsonIn, withoutNulls } from './json-file';
import { rolledForward } from './roll-dates';

/** Files in the wild write numbers as text now and then. */
const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);
const date = z
  .string()
  .transform((text) => text.slice(0, 10))
  .refine(isDay, 'is not a calendar day')
  .transform(day);
const dayOfMonth = z.union([
  z.literal('last').transform(() => 31),
  number.pipe(z.number().int().min(1).max(28)),
]);

const address = z.object({
  city: z.string().optional(),
  region: z.string().optional(),
  street: z.string().optional(),
  postal_code: z.string().optional(),
  country: z.string().optional(),
});

const contact = z.object({ data: z.string(), primary: z.boolean().optional(), type: z.string().optional() });

const identity = z.object({
  names: z.array(z.string()).optional(),
  phone_numbers: z.array(contact).optional(),
  emails: z.array(contact).optional(),
  addresses: z.array(z.object({ data: address, primary: z.boolean().optional() })).optional(),
});

const security = z.object({
  isin: z.string().optional(),
  cusip: z.string().optional(),
  sedol: z.string().optional(),
  name: z.string().optional(),
  ticker_symbol: z.string().optional(),
  currency: z.string().optional(),
});

const digits = z.union([z.string(), z.number().transform(String)]);

const numbers = z
  .object({
    account: digits.optional(),
    ach_routing: digits.optional(),
    ach_wire_routing: digits.optional(),
    eft_institution: digits.optional(),
    eft_branch: digits.optional(),
    // As one of Plaid's own files spells them.
    etf_institution: digits.optional(),
    etf_branch: digits.optional(),
    international_bic: z.string().optional(),
    international_iban: z.string().optional(),
    bacs_sort_code: digits.optional(),
  })
  .transform(({ etf_institution, etf_branch, ...rest }) => ({
    ...rest,
    eft_institution: rest.eft_institution ?? etf_institution,
    eft_branch: rest.eft_branch ?? etf_branch,
  }));

const transaction = z.object({
  date_transacted: date.optional(),
  date_posted: date.optional(),
  amount: number,
  description: z.string(),
  currency: z.string().optional(),
});

const holding = z.object({
  institution_price: number,
  institution_price_as_of: date.optional(),
  cost_basis: number.optional(),
  quantity: number,
  currency: z.string().optional(),
  security,
});

const investmentTransaction = z.object({
  date,
  name: z.string(),
  quantity: number,
  price: number,
  fees: number.optional(),
  type: z.enum(['buy', 'sell', 'cash', 'fee', 'transfer', 'cancel']),
  currency: z.string().optional(),
  security: security.optional(),
});

const liability = z.object({
  type: z.enum(['credit', 'student']),
  purchase_apr: number.optional(),
  cash_apr: number.optional(),
  balance_transfer_apr: number.optional(),
  special_apr: number.optional(),
  last_payment_amount: number.optional(),
  minimum_payment_amount: number.optional(),
  is_overdue: z.boolean().optional(),
  origination_date: date.optional(),
  principal: number.optional(),
  nominal_apr: number.optional(),
  interest_capitalization_grace_period_months: number.optional(),
  repayment_model: z
    .object({
      type: z.string().optional(),
      non_repayment_months: number.optional(),
      repayment_months: number.optional(),
    })
    .optional(),
  expected_payoff_date: date.optional(),
  guarantor: z.string().optional(),
  is_federal: z.boolean().optional(),
  loan_name: z.string().optional(),
  loan_status: z.object({ end_date: date.optional(), type: z.string().optional() }).optional(),
  payment_reference_number: z.string().optional(),
  pslf_status: z
    .object({
      estimated_eligibility_date: date.optional(),
      payments_made: number.optional(),
      payments_remaining: number.optional(),
    })
    .optional(),
  repayment_plan_description: z.string().optional(),
  repayment_plan_type: z.string().optional(),
  sequence_number: z.string().optional(),
  servicer_address: z.object({ data: address.optional(), primary: z.boolean().optional() }).optional(),
});

const inflowModel = z.object({
  type: z.enum(['none', 'monthly-income', 'monthly-balance-payment', 'monthly-interest-only-payment']),
  income_amount: number.optional(),
  payment_day_of_month: dayOfMonth.optional(),
  transaction_name: z.string().optional(),
  statement_day_of_month: dayOfMonth.optional(),
});

const account = z.object({
  type: z.enum(['investment', 'credit', 'depository', 'loan', 'payroll', 'other']),
  subtype: z.string().optional(),
  starting_balance: number.optional(),
  force_available_balance: number.optional(),
  has_null_available_balance: z.boolean().optional(),
  currency: z.string().optional(),
  meta: z
    .object({
      name: z.string().optional(),
      official_name: z.string().optional(),
      limit: number.optional(),
      mask: z
        .string()
        .regex(/^$|^[A-Za-z0-9]{2,4}$/)
        .optional(),
    })
    .optional(),
  numbers: numbers.optional(),
  transactions: z.array(transaction).optional(),
  holdings: listOf(holding).optional(),
  investment_transactions: listOf(investmentTransaction).optional(),
  identity: identity.optional(),
  liability: liability.optional(),
  inflow_model: inflowModel.optional(),
  holder_category: z.enum(['business', 'personal']).optional(),
  income: z.unknown().optional(),
});

const customUserSchema = z.object({
  version: z.union([z.string(), z.number()]).optional(),
  seed: z.union([z.string(), z.number().transform(String)]).optional(),
  roll_dates_forward: z.boolean().optional(),
  override_accounts: z.array(account).optional(),
  mfa: z
    .object({
      type: z.enum(['device', 'selections', 'questions']),
      question_rounds: number.optional(),
      questions_per_round: number.optional(),
      selection_rounds: number.optional(),
      selections_per_question: number.optional(),
    })
    .optional(),
  recaptcha: z.enum(['good', 'bad']).optional(),
  force_error: z.string().optional(),
});

export type CustomUser = z.infer<typeof customUserSchema>;
export type CustomAccount = z.infer<typeof account>;
export type CustomTransaction = z.infer<typeof transaction>;
export type CustomHolding = z.infer<typeof holding>;
export type CustomInvestmentTransaction = z.infer<typeof investmentTransaction>;
export type CustomSecurity = z.infer<typeof security>;
export type CustomLiability = z.infer<typeof liability>;
export type CustomIdentity = z.infer<typeof identity>;
export type CustomInflow = z.infer<typeof inflowModel>;

/** The schema says object, the example says array: both are taken (C-30). */
function listOf<T extends z.ZodType>(item: T) {
  return z.union([z.array(item), item.transform((one) => [one])]);
}

/**
 * Reads a password as a custom user, as it stands on the day of the link where one is given; null when it is
 * not JSON, or not one that Plaid would take.
 */
export function parseCustomUser(password: string, linkedOn?: Day): CustomUser | null {
  const json = jsonIn(password);
  const said = json === null ? json : (withoutNulls(json) ?? {});
  const parsed = customUserSchema.safeParse(said);
  if (!parsed.success) return null;
  if (linkedOn === undefined || !parsed.data.roll_dates_forward) return parsed.data;
  return customUserSchema.parse(rolledForward(said, linkedOn));
}
