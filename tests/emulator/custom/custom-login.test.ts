import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openLogin } from '@/emulator/generate/open-login';
import type { Login, LoginAccount } from '@/emulator/login';
import { addDays, day } from '@/lib/core/day';

const LINKED_ON = day('2026-09-10');

function read(name: string) {
  const text = readFileSync(new URL(`../../fixtures/custom-users/${name}.json`, import.meta.url), 'utf8');
  return { text, file: JSON.parse(text) };
}

function login(name: string): Login {
  const credentials = { username: 'user_custom', password: read(name).text, institutionId: 'ins_109508' };
  const opened = openLogin(credentials, LINKED_ON);
  if ('error' in opened) throw new Error(opened.error);
  return opened.login;
}

function nth(accounts: readonly LoginAccount[], index: number): LoginAccount {
  const account = accounts[index];
  if (!account) throw new Error(`There is no account ${index}.`);
  return account;
}

describe("a custom user's bank accounts", () => {
  const { accounts } = login('everyday');
  const checking = nth(accounts, 0);
  const [written] = read('everyday').file.override_accounts;

  it('carry the names, masks and owners of the file', () => {
    expect(checking).toMatchObject({
      name: 'Main Street Checking',
      officialName: 'Main Street Free Checking',
      mask: '7A21',
      type: 'depository',
      subtype: 'checking',
      currency: 'USD',
    });
    expect(checking.owners).toEqual([written.identity]);
    expect(nth(accounts, 1)).toMatchObject({ name: 'Plaid Savings', mask: null, currency: 'CAD' });
  });

  it('leave payroll to the Income product', () => {
    expect(accounts.map(({ type }) => type)).toEqual(['depository', 'depository']);
  });

  it('stand at the starting balance on the day of the link, with the forced available one', () => {
    expect(checking.balancesOn(LINKED_ON)).toEqual({ current: 1520.45, available: 1400, limit: null });
    expect(nth(accounts, 1).balancesOn(LINKED_ON)).toEqual({
      current: 90_000,
      available: 90_000,
      limit: null,
    });
  });

  it('show every transaction with its dates, amount and description', () => {
    const shown = checking.movements.map(({ posted }) => ({
      date_transacted: posted.authorizedDate,
      date_posted: posted.date,
      amount: posted.amount,
      description: posted.name,
      currency: posted.currency ?? checking.currency,
    }));
    expect(shown).toEqual(written.transactions);
  });

  it('show a row as pending until the day it is posted', () => {
    const waiting = checking.movements.filter(({ pending }) => pending);
    expect(waiting.map(({ appearsOn, pending }) => [appearsOn, pending?.row.date, pending?.endsOn])).toEqual([
      ['2026-09-09', '2026-09-09', '2026-09-12'],
      ['2026-09-10', '2026-09-10', '2026-09-14'],
    ]);
    expect(checking.balancesOn(day('2026-09-12')).current).toBe(1459.42);
    expect(checking.balancesOn(day('2026-09-14'))).toEqual({
      current: 1479.42,
      available: 1400,
      limit: null,
    });
  });

  it('receive the income of an inflow model at each end of a month', () => {
    const income = nth(accounts, 1).movements.map(({ posted }) => posted);
    expect(new Set(income.map(({ name, amount }) => `${name} ${amount}`))).toEqual(
      new Set(['Pension -1250.5']),
    );
    expect(income.map(({ date }) => date)).toContain('2026-02-28');
    expect(nth(accounts, 1).balancesOn(day('2026-10-01')).current).toBe(91_250.5);
  });
});

describe("a custom user's debts", () => {
  const { accounts } = login('debts');
  const [card, interestOnly, paidOff, student] = [0, 1, 2, 3].map((index) => nth(accounts, index));
  if (!card || !interestOnly || !paidOff || !student) throw new Error('An account is missing.');

  it('carry the card figures of the file', () => {
    expect(card.balancesOn(LINKED_ON)).toEqual({ current: 1245.67, available: 8754.33, limit: 10_000 });
    const liability = card.liabilityOn(LINKED_ON);
    expect(liability?.facts).toMatchObject({
      last_payment_amount: 250,
      last_payment_date: '2026-08-23',
      minimum_payment_amount: 35,
      is_overdue: true,
    });
    const aprs = liability?.kind === 'credit' ? liability.facts.aprs : [];
    expect(aprs.map(({ apr_type, apr_percentage }) => [apr_type, apr_percentage])).toEqual([
      ['balance_transfer_apr', 18.99],
      ['cash_apr', 24.99],
      ['purchase_apr', 16.99],
      ['special', 0],
    ]);
  });

  it('stay where they are when only the interest is paid', () => {
    const payments = interestOnly.movements.map(({ posted }) => posted);
    expect(payments.every(({ amount, name }) => amount === -100 && name === 'Interest Payment')).toBe(true);
    expect(payments.every(({ date }) => date.endsWith('-15'))).toBe(true);
    expect(interestOnly.balancesOn(addDays(LINKED_ON, 200)).current).toBe(10_000);
  });

  it('fall to nothing when the statement is paid in full', () => {
    expect(paidOff.balancesOn(LINKED_ON).current).toBe(320);
    expect(paidOff.balancesOn(day('2026-10-20')).current).toBe(0);
  });

  it('carry the student loan of the file', () => {
    expect(student.liabilityOn(LINKED_ON)?.facts).toMatchObject({
      origination_date: '2022-01-01',
      origination_principal_amount: 45_000,
      interest_rate_percentage: 4.2,
      guarantor: 'DEPT OF ED',
      loan_name: 'Study Loan',
      is_overdue: false,
      minimum_payment_amount: 210,
      expected_payoff_date: '2033-02-01',
      loan_status: { type: 'repayment', end_date: '2033-02-01' },
      payment_reference_number: '8841',
      repayment_plan: { type: 'income-based repayment', description: 'Income-Based Repayment' },
      sequence_number: '3',
      pslf_status: { estimated_eligibility_date: '2032-01-01', payments_made: 40, payments_remaining: 80 },
      servicer_address: {
        city: 'Lincoln',
        region: 'NE',
        street: '1 Loan Way',
        postal_code: '68508',
        country: 'US',
      },
    });
    const owed = student.balancesOn(LINKED_ON).current ?? 0;
    expect(owed).toBeGreaterThan(20_000);
    expect(owed).toBeLessThan(45_000);
    expect(student.balancesOn(day('2034-01-01')).current).toBe(0);
  });
});

describe("a custom user's investments", () => {
  const opened = login('investments');
  const broker = nth(opened.accounts, 0);
  const tickers = new Map(
    opened.securitiesOn(LINKED_ON).map((one) => [one.security_id, one.ticker_symbol ?? one.cusip]),
  );

  it('hold what the file says, cost untouched, value reckoned', () => {
    expect(broker.balancesOn(LINKED_ON)).toEqual({ current: 120, available: 100.5, limit: null });
    const held = broker
      .holdingsOn(LINKED_ON)
      .map((one) => [
        tickers.get(one.security_id),
        one.quantity,
        one.institution_price,
        one.institution_price_as_of,
        one.cost_basis,
        one.institution_value,
      ]);
    expect(held).toEqual([
      ['AAPL', 12, 140.4, '2026-06-03', null, 1684.8],
      ['DBLTX', 100.05, 10.43, '2026-06-02', 9.5, 1043.5215],
      ['BTC', 0.00293644, 19_999.54, '2026-06-02', 120.03, 58.7274492376],
      ['03835L207', 30, 4.2, LINKED_ON, null, 126],
    ]);
  });

  it('list the trades of the file with the cash they moved', () => {
    const traded = broker.investmentTransactions.map((one) => [
      one.date,
      one.name,
      one.type,
      tickers.get(one.security_id ?? ''),
      one.quantity,
      one.price,
      one.fees,
      one.amount,
    ]);
    expect(traded).toEqual([
      ['2026-05-01', 'buy stock', 'buy', 'AAPL', 10, 10.1, 20, 121],
      ['2026-05-04', 'sell stock', 'sell', 'AAPL', -4, 12.5, 1.25, -48.75],
      ['2026-05-06', 'a fee', 'fee', 'CE', 1, 5, 0, 5],
      ['2026-05-08', 'moved over', 'transfer', 'MRNA', 3, 100, null, 300],
    ]);
  });

  it('take one holding without a list around it, in a currency of its own', () => {
    const [coin] = nth(opened.accounts, 1).holdingsOn(LINKED_ON);
    expect(coin).toMatchObject({ quantity: 21, iso_currency_code: null, unofficial_currency_code: 'DOGE' });
  });
});
