import { APRAprTypeEnum, type LineOfCreditLiability, type LoanLiability, LoanPaymentFrequency } from 'plaid';
import { expect, test } from 'vitest';
import { mapLineOfCredit, mapLoan } from '@/lib/plaid/liabilities';

const nothing = { next_payment_due_date: null, last_payment_amount: null, last_payment_date: null };

test('a loan keeps what the bank says of it, and no more of its number than the end (LIA-13)', () => {
  const loan: LoanLiability = {
    ...nothing,
    account_id: 'car',
    account_number: '9988776655',
    interest_rate: { percentage: 5.25, type: null },
    principal_balance: 1200.5,
    origination_principal_amount: 9000,
    origination_date: '2024-01-02',
    loan_term_months: 48,
    maturity_date: '2028-01-02',
    payment_count: 48,
    payment_frequency: LoanPaymentFrequency.Monthly,
    next_payment_amount: 210.1,
    next_payment_due_date: '2026-04-02',
    payoff_amount: 1210,
    ytd_interest_paid: 12.34,
    compounding_period: null,
  };
  expect(mapLoan(loan, 'USD')).toMatchObject({
    kind: 'loan',
    interestRate: '5.25',
    minimumPayment: 210_10,
    nextDueDay: '2026-04-02',
    originationPrincipal: 9000_00,
    ytdInterest: 12_34,
    ytdPrincipal: null,
    payoffDay: '2028-01-02',
    details: { numberEnd: '6655', loanTermMonths: 48, principalBalance: '1200.5', payoffAmount: '1210' },
  });
});

test('a line of credit keeps every rate that it names', () => {
  const line: LineOfCreditLiability = {
    ...nothing,
    account_id: 'line',
    interest_rate: null,
    credit_limit: 5000,
    available_credit: 4000.25,
    principal_balance: 999.75,
    minimum_payment_amount: 25,
    next_payment_amount: 30,
    last_statement_balance: 1010,
    last_statement_issue_date: '2026-03-01',
    past_due_amount: 0,
    finance_charges: 10.25,
    draw_period_end_date: '2030-01-01',
    aprs: [
      {
        apr_percentage: 9,
        apr_type: APRAprTypeEnum.PurchaseApr,
        balance_subject_to_apr: 10,
        interest_charge_amount: null,
      },
      {
        apr_percentage: 29.99,
        apr_type: APRAprTypeEnum.PenaltyApr,
        balance_subject_to_apr: null,
        interest_charge_amount: 1,
      },
    ],
  };
  const debt = mapLineOfCredit(line, 'USD');
  expect(debt).toMatchObject({
    kind: 'line-of-credit',
    minimumPayment: 25_00,
    isOverdue: false,
    statementBalance: 1010_00,
  });
  expect(debt.aprs.map(({ type, percentage }) => `${type} ${percentage}`)).toEqual([
    'purchase_apr 9',
    'penalty_apr 29.99',
  ]);
  expect(debt.details).toMatchObject({
    creditLimit: '5000',
    availableCredit: '4000.25',
    drawPeriodEnds: '2030-01-01',
  });
});
