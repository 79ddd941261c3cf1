import { describe, expect, test } from 'vitest';
import { day } from '@/lib/core/day';
import { dueOf } from '@/lib/debts/due';
import { owed, utilisation } from '@/lib/debts/owed';
import { amountDue, type Statement } from '@/lib/debts/payment';
import { PLAIN } from '@/lib/core/writing';

const today = day('2026-03-10');
const card: Statement = {
  kind: 'credit',
  nextDueDay: day('2026-03-25'),
  minimumPayment: 35_00,
  statementBalance: 1204_18,
  statementDay: day('2026-03-01'),
  lastPaymentAmount: 1000_00,
  lastPaymentDay: day('2026-02-20'),
};
const terms = { ...card, nextDueDay: null, isOverdue: null, pastDueAmount: null };

describe('a debt', () => {
  test('is what the balance takes away from net worth', () => {
    expect(owed({ balance: -410_00, currency: 'USD' })).toEqual({ amount: 410_00, currency: 'USD' });
    expect(owed({ balance: 5_00, currency: 'USD' })).toEqual({ amount: -5_00, currency: 'USD' });
    expect(owed({ balance: null, currency: 'USD' })).toBeNull();
  });

  test('uses a share of its limit, and none when the bank owes', () => {
    expect(utilisation({ balance: -500_00, creditLimit: 2000_00 })).toBe(0.25);
    expect(utilisation({ balance: 5_00, creditLimit: 2000_00 })).toBe(0);
    expect(utilisation({ balance: -500_00, creditLimit: null })).toBeNull();
    expect(utilisation({ balance: -500_00, creditLimit: 0 })).toBeNull();
  });

  test('says in words when it is due', () => {
    expect(dueOf(terms, today, PLAIN)).toEqual({ state: 'none', words: 'Nothing due' });
    expect(dueOf({ ...terms, nextDueDay: day('2026-03-13') }, today, PLAIN)).toEqual({
      state: 'soon',
      words: 'Due in 3 days',
    });
    expect(dueOf({ ...terms, nextDueDay: day('2026-03-28') }, today, PLAIN)).toEqual({
      state: 'ahead',
      words: 'Due Sat 28 Mar',
    });
    expect(dueOf({ ...terms, nextDueDay: day('2026-03-01') }, today, PLAIN).words).toBe('Was due Sun 1 Mar');
  });

  test('is not due any more when what the statement asked for is paid', () => {
    const due = { ...terms, nextDueDay: day('2026-03-13'), lastPaymentDay: day('2026-03-02') };
    expect(dueOf({ ...due, lastPaymentAmount: 1204_18 }, today, PLAIN)).toEqual({
      state: 'none',
      words: 'Statement paid',
    });
    expect(dueOf({ ...due, lastPaymentAmount: 35_00 }, today, PLAIN).state).toBe('soon');
    expect(dueOf({ ...due, statementBalance: 0 }, today, PLAIN).words).toBe('Nothing due');
    expect(dueOf({ ...due, lastPaymentAmount: 1204_18, isOverdue: true }, today, PLAIN).state).toBe(
      'overdue',
    );
  });

  test('is overdue at the word of the bank only', () => {
    expect(dueOf({ ...terms, isOverdue: true, nextDueDay: day('2026-03-01') }, today, PLAIN)).toEqual({
      state: 'overdue',
      words: 'Overdue since Sun 1 Mar',
    });
    expect(dueOf({ ...terms, pastDueAmount: 10_00 }, today, PLAIN)).toEqual({
      state: 'overdue',
      words: 'Overdue',
    });
    expect(dueOf({ ...terms, isOverdue: false, pastDueAmount: 0 }, today, PLAIN).state).toBe('none');
  });
});

describe('the next payment', () => {
  test('of a card is its statement less what was paid since', () => {
    expect(amountDue(card)).toBe(1204_18);
    expect(amountDue({ ...card, lastPaymentDay: day('2026-03-02') })).toBe(204_18);
    expect(amountDue({ ...card, lastPaymentDay: day('2026-03-02'), lastPaymentAmount: 2000_00 })).toBe(0);
    expect(amountDue({ ...card, statementBalance: null })).toBe(35_00);
  });

  test('of a loan is what the servicer asks for, and nothing when no day is named', () => {
    expect(amountDue({ ...card, kind: 'mortgage' })).toBe(35_00);
    expect(amountDue({ ...card, kind: 'student', minimumPayment: 0 })).toBe(0);
    expect(amountDue({ ...card, nextDueDay: null })).toBeNull();
  });
});
