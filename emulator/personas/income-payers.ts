/** Those who pay the Bank Income person: one for each kind of income that Plaid tells apart. */
import type { Line } from './merchants';

export const INCOME_PAYERS = {
  payrollDay: ['Plaid Payroll', 'PLAID PAYROLL DIRECT DEP PPD', 'INCOME_WAGES', 'pay', 'plaid.com'],
  sideShift: ['Corner Bookshop', 'CORNER BOOKSHOP PAYROLL', 'INCOME_WAGES', 'pay'],
  rideShare: ['Uber', 'UBER TECHNOLOGIES PAYOUT', 'INCOME_WAGES', 'pay', 'uber.com'],
  delivery: ['DoorDash', 'DOORDASH INC DASHER PAY', 'INCOME_WAGES', 'pay', 'doordash.com'],
  tenant: ['Tenant rent', 'RENT DEPOSIT UNIT B', 'INCOME_OTHER_INCOME', 'pay'],
  childSupport: ['State Disbursement Unit', 'STATE DISB UNIT CHILD SUPPORT', 'INCOME_OTHER_INCOME', 'pay'],
  survivorPension: ['Harbor Pension Fund', 'HARBOR PENSION FUND ANNUITY', 'INCOME_RETIREMENT_PENSION', 'pay'],
  stateBenefit: ['State Benefits', 'STATE BENEFITS PAYMENT', 'INCOME_OTHER_INCOME', 'pay'],
  cashIn: ['Cash deposit', 'CASH DEPOSIT BRANCH', 'TRANSFER_IN_DEPOSIT', 'bank'],
} as const satisfies Record<string, Line>;
