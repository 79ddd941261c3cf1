import type { CreditCardLiability, MortgageLiability, StudentLoan } from 'plaid';
import { describe, expect, it } from 'vitest';
import { PERSONAS } from '@/emulator/generate/open-login';
import type { LoginAccount } from '@/emulator/login';
import { addDays, type Day, day } from '@/lib/core/day';
import { anOpenedLogin } from './an-opened-login';

const LINKED_ON = '2026-11-21';
const DAYS = Array.from({ length: 60 }, (_, index) => addDays(day(LINKED_ON), index * 13 - 420));

/** Every debt of everybody at the front door, with its bank account. */
const debts = [
  { who: 'user_good', login: anOpenedLogin('user_good', LINKED_ON) },
  ...Object.entries(PERSONAS).flatMap(([username, { accounts }]) =>
    [...new Set(accounts.map(({ institution }) => institution))].map((institutionId) => ({
      who: username,
      login: anOpenedLogin(username, LINKED_ON, { institutionId }),
    })),
  ),
].flatMap(({ who, login }) =>
  login.accounts
    .filter((account) => account.liabilityOn(day(LINKED_ON)))
    .map((account) => ({ who, name: account.name, account })),
);

describe.each(debts)("$who's $name", ({ account }) => {
  it('says on every day what its own rows and plan say', () => {
    for (const on of DAYS) {
      const liability = account.liabilityOn(on);
      if (liability?.kind === 'credit') expectCard(account, liability.facts, on);
      if (liability?.kind === 'mortgage') expectMortgage(account, liability.facts, on);
      if (liability?.kind === 'student') expectStudentLoan(account, liability.facts, on);
    }
    expect(account.liabilityOn(day(LINKED_ON))).not.toBeNull();
  });
});

it('knows every kind of debt', () => {
  const kinds = debts.map(({ account }) => account.liabilityOn(day(LINKED_ON))?.kind);
  expect(new Set(kinds)).toEqual(new Set(['credit', 'mortgage', 'student']));
});

type Card = Omit<CreditCardLiability, 'account_id'>;

function expectCard(account: LoginAccount, facts: Card, on: Day): void {
  const {
    last_statement_issue_date: issued,
    last_statement_balance: balance,
    minimum_payment_amount: minimum,
  } = facts;
  if (issued === null || balance === null || minimum === null) return;
  expect(issued <= on).toBe(true);
  expect(account.balancesOn(day(issued)).current).toBe(balance);
  expect(minimum).toBeLessThanOrEqual(Math.max(0, balance));
  const due = facts.next_payment_due_date;
  if (due === null) expect(minimum === 0 || facts.is_overdue === false).toBe(true);
  else expect(due >= on || facts.is_overdue === true).toBe(true);
  for (const {
    apr_percentage,
    balance_subject_to_apr: subject,
    interest_charge_amount: charged,
  } of facts.aprs) {
    expect(charged).toBeCloseTo(((subject ?? 0) * apr_percentage) / 1200, 1);
  }
}

function expectMortgage(account: LoginAccount, facts: Omit<MortgageLiability, 'account_id'>, on: Day): void {
  const { last_payment_date: paid, next_payment_due_date: due, interest_rate: rate } = facts;
  if (paid) expect(paid <= on).toBe(true);
  if (due) expect(due > on).toBe(true);
  expect(facts.maturity_date ?? '').toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(facts.loan_term).toMatch(/^\d+ year$/);
  expect(account.balancesOn(on).current ?? 0).toBeLessThanOrEqual(facts.origination_principal_amount ?? 0);
  const interest = ((account.balancesOn(on).current ?? 0) * (rate.percentage ?? 0)) / 1200;
  expect(facts.next_monthly_payment ?? 0).toBeGreaterThan(interest);
  expectYear(facts.ytd_interest_paid, facts.ytd_principal_paid);
}

function expectStudentLoan(account: LoginAccount, facts: Omit<StudentLoan, 'account_id'>, on: Day): void {
  const { last_statement_issue_date: issued, last_statement_balance: balance, loan_status: status } = facts;
  if (issued) {
    expect(issued <= on).toBe(true);
    expect(account.balancesOn(day(issued)).current).toBe(balance);
  }
  const isExpected = facts.next_payment_due_date !== null;
  if (['in school', 'in grace', 'deferment', 'paid in full'].includes(status.type ?? '')) {
    expect(isExpected).toBe(false);
  } else expect(isExpected).toBe(true);
  expect(facts.disbursement_dates?.every((lent) => lent <= on)).toBe(true);
  expect(facts.outstanding_interest_amount).toBeGreaterThanOrEqual(0);
  expectYear(facts.ytd_interest_paid, facts.ytd_principal_paid);
}

function expectYear(interest: number | null, principal: number | null): void {
  expect(interest).toBeGreaterThanOrEqual(0);
  expect(principal).toBeGreaterThanOrEqual(0);
}
