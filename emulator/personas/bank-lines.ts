/** What banks, payment apps and lenders write: moves between accounts, returns, fees, money among friends. */
import type { Line } from './merchants';

export const BANK_LINES = {
  // Among friends
  venmoOut: ['Venmo', 'VENMO PAYMENT', 'TRANSFER_OUT_OTHER_TRANSFER_OUT', 'app', 'venmo.com'],
  venmoBack: ['Venmo', 'VENMO CASHOUT', 'TRANSFER_IN_OTHER_TRANSFER_IN', 'app', 'venmo.com'],
  zelleOut: [
    'Zelle',
    'ZELLE PAYMENT TO SAM RIVERA',
    'TRANSFER_OUT_OTHER_TRANSFER_OUT',
    'app',
    'zellepay.com',
  ],
  zelleParents: [
    'Zelle',
    'ZELLE PAYMENT FROM MARIA OKAFOR',
    'TRANSFER_IN_OTHER_TRANSFER_IN',
    'app',
    'zellepay.com',
  ],
  zelleFamily: [
    'Zelle',
    'ZELLE PAYMENT FROM JUNE DELGADO',
    'TRANSFER_IN_OTHER_TRANSFER_IN',
    'app',
    'zellepay.com',
  ],
  // Between own accounts
  ownerDraw: [
    'Transfer to personal checking',
    'ONLINE TRANSFER TO PERSONAL CHK',
    'TRANSFER_OUT_ACCOUNT_TRANSFER',
    'bank',
  ],
  fromBusiness: [
    'Transfer from business checking',
    'ONLINE TRANSFER FROM BUSINESS CHK',
    'TRANSFER_IN_ACCOUNT_TRANSFER',
    'bank',
  ],
  toTaxFund: ['Transfer to tax reserve', 'ONLINE TRANSFER TO TAX RESERVE', 'TRANSFER_OUT_SAVINGS', 'bank'],
  taxFundIn: [
    'Transfer from business checking',
    'ONLINE TRANSFER FROM BUSINESS CHK',
    'TRANSFER_IN_SAVINGS',
    'bank',
  ],
  toRetirement: [
    'Transfer to retirement',
    'PLATYPUS SEP IRA CONTRIBUTION',
    'TRANSFER_OUT_INVESTMENT_AND_RETIREMENT_FUNDS',
    'bank',
  ],
  fromBrokerage: [
    'Transfer from brokerage',
    'TARTAN BANK BROKERAGE ACH CREDIT',
    'TRANSFER_IN_INVESTMENT_AND_RETIREMENT_FUNDS',
    'bank',
  ],
  iraDistribution: [
    'IRA distribution',
    'TARTAN BANK IRA DISTRIBUTION',
    'TRANSFER_IN_INVESTMENT_AND_RETIREMENT_FUNDS',
    'bank',
  ],
  // Loans
  carLoan: ['Auto loan payment', 'AUTO LOAN PAYMENT', 'LOAN_PAYMENTS_CAR_PAYMENT', 'bank'],
  federalLoan: [
    'Student loan payment',
    'DEPT EDUCATION STUDENT LN',
    'LOAN_PAYMENTS_STUDENT_LOAN_PAYMENT',
    'bank',
  ],
  disbursement: ['Loan disbursement', 'DISBURSEMENT TO SCHOOL', 'TRANSFER_OUT_OTHER_TRANSFER_OUT', 'bank'],
  capitalised: ['Interest capitalized', 'INTEREST CAPITALIZED', 'BANK_FEES_INTEREST_CHARGE', 'bank'],
  advance: ['Payday advance', 'BRIGHTLINE PAYDAY ADVANCE', 'TRANSFER_IN_CASH_ADVANCES_AND_LOANS', 'bank'],
  advanceRepaid: [
    'Payday advance repayment',
    'BRIGHTLINE PAYDAY REPAYMENT',
    'LOAN_PAYMENTS_PERSONAL_LOAN_PAYMENT',
    'bank',
  ],
  loanLateFee: ['Late charge', 'LATE CHARGE', 'BANK_FEES_OTHER_BANK_FEES', 'bank'],
  // Trouble
  returnedItem: ['Returned item', 'RETURNED ITEM CREDIT', 'TRANSFER_IN_OTHER_TRANSFER_IN', 'bank'],
  returnedPayment: [
    'Returned payment',
    'PAYMENT RETURNED UNPAID',
    'LOAN_PAYMENTS_CREDIT_CARD_PAYMENT',
    'bank',
  ],
  returnedPaymentFee: ['Returned payment fee', 'RETURNED PAYMENT FEE', 'BANK_FEES_OTHER_BANK_FEES', 'bank'],
  nsfFee: ['Insufficient funds fee', 'NSF RETURNED ITEM FEE', 'BANK_FEES_INSUFFICIENT_FUNDS', 'bank'],
  cashAdvanceInterest: [
    'Interest charge',
    'INTEREST CHARGE ON CASH ADVANCES',
    'BANK_FEES_INTEREST_CHARGE',
    'bank',
  ],
  wireFee: ['Incoming wire fee', 'INCOMING WIRE FEE', 'BANK_FEES_OTHER_BANK_FEES', 'bank'],
  checkFee: ['Check order', 'CHECK PRINTING CHARGE', 'BANK_FEES_OTHER_BANK_FEES', 'bank'],
} as const satisfies Record<string, Line>;
