/** Cards, loans and trouble: every figure of the Liabilities product follows from the rows of its account. */
import fc from 'fast-check';
import type { CreditCardLiability } from 'plaid';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, daysBetween } from '@/lib/core/day';
import type { LoginAccount } from '@/emulator/login';
import { accountOf, cents, daysAround, linkDays, type Lived, lived, NAMES } from './lived-households';

const LINKED_ON = ['2024-02-29', '2025-08-01', '2026-01-31', '2026-11-21'].map(day);
const INTEREST = 'INTEREST CHARGE ON PURCHASES';

describe.each(NAMES)('%s', (name) => {
  const person = lived(name, day('2026-11-21'));
  const cards = person.accounts.filter(({ type }) => type === 'credit');
  const days = daysAround(person.linkedOn, 5).filter((on) => on > addDays(person.linkedOn, -660));

  it('shows of each card what its rows make of statement, minimum, interest and due day', () => {
    for (const card of cards) {
      const apr = person.persona.cards.find(({ account }) => account === card.key)?.purchaseApr ?? 0;
      for (const on of days) expect(shownOf(card, on)).toEqual(toldFromRows(card, on, apr));
    }
  });
});

/** The figures of a day, amounts in cents. */
function shownOf(card: LoginAccount, on: Day) {
  const facts = creditOn(card, on);
  return {
    balance: cents(facts.last_statement_balance),
    minimum: cents(facts.minimum_payment_amount),
    dueOn: facts.next_payment_due_date,
    isOverdue: facts.is_overdue,
    aprs: facts.aprs.map((apr) => [apr.balance_subject_to_apr, apr.interest_charge_amount]),
    charged: chargedOn(card, day(facts.last_statement_issue_date ?? '')),
  };
}

/** The same, reckoned again from the rows and from what the statement before had said. */
function toldFromRows(card: LoginAccount, on: Day, apr: number) {
  const issued = day(creditOn(card, on).last_statement_issue_date ?? '');
  const before = creditOn(card, addDays(issued, -1));
  const issuedBefore = day(before.last_statement_issue_date ?? '');
  const paidSince = paidBetween(card, issuedBefore, issued);
  const carried = Math.max(0, cents(before.last_statement_balance) - paidSince);
  const missing = Math.max(0, cents(before.minimum_payment_amount) - paidSince);
  const interest = Math.round((carried * apr) / 1200);
  const balance = cents(card.balancesOn(issued).current);
  const usual = Math.max(2500, Math.round(balance / 100) + interest) + missing;
  const minimum = balance <= 0 ? 0 : Math.min(balance, usual);
  const dueOn = addDays(issued, 25);
  const isDone = minimum === 0 || (on > dueOn && paidBetween(card, issued, on) >= minimum);
  const [dueSince, due] =
    on > dueOn ? [issued, minimum] : [issuedBefore, cents(before.minimum_payment_amount)];
  return {
    balance,
    minimum,
    dueOn: isDone ? null : dueOn,
    isOverdue: paidBetween(card, dueSince, on) < due,
    aprs: [
      [carried / 100, interest / 100],
      [0, 0],
      [0, 0],
    ],
    charged: interest > 0 ? [interest] : [],
  };
}

/** Interest rows of a day, in cents. */
function chargedOn({ movements }: LoginAccount, on: Day): number[] {
  return movements
    .filter(({ posted }) => posted.date === on && posted.originalDescription === INTEREST)
    .map(({ posted }) => cents(posted.amount));
}

type Credit = Omit<CreditCardLiability, 'account_id'>;

function creditOn(card: LoginAccount, on: Day): Credit {
  const liability = card.liabilityOn(on);
  if (liability?.kind !== 'credit') throw new Error(`${card.key} has no card's liability.`);
  return liability.facts;
}

/** In cents, less what was returned. */
function paidBetween({ movements }: LoginAccount, after: Day, until: Day): number {
  return movements
    .filter(({ posted }) => posted.category?.detailed === 'LOAN_PAYMENTS_CREDIT_CARD_PAYMENT')
    .filter(({ posted }) => posted.date > after && posted.date <= until)
    .reduce((sum, { posted }) => sum - cents(posted.amount), 0);
}

it('amortises every loan to nothing, to the cent, on any day', () => {
  fc.assert(
    fc.property(
      linkDays,
      fc.constantFrom('demo_household', 'user_student', 'user_trouble'),
      (linkedOn, name) => {
        for (const { loan, principal, capitalised, instalments } of lived(name, linkedOn).household.loans) {
          let left = principal + (capitalised?.cents ?? 0);
          for (const { interest, payment, principal: off, left: after } of instalments) {
            expect(interest).toBe(Math.round((left * loan.rate) / 1200));
            expect(payment).toBe(interest + off);
            left -= off;
            expect(after).toBe(left);
          }
          expect(left).toBe(0);
        }
      },
    ),
    { numRuns: 6 },
  );
});

describe.each(LINKED_ON)('the student linked on %s', (linkedOn) => {
  const student = lived('user_student', linkedOn);
  const [unsubsidised, subsidised] = ['unsubsidized', 'subsidized'].map((key) => accountOf(student, key));

  it('goes from school through grace to repayment', () => {
    const seen = daysAround(linkedOn, 10).map((on) => studentOn(unsubsidised, on));
    const kinds = [...new Set(seen.map((facts) => facts.loan_status.type))];
    expect(kinds).toEqual(['in school', 'in grace', 'repayment']);
    for (const { loan_status, next_payment_due_date, minimum_payment_amount } of seen) {
      expect(next_payment_due_date === null).toBe(loan_status.type !== 'repayment');
      expect((minimum_payment_amount ?? 0) > 0).toBe(loan_status.type === 'repayment');
    }
  });

  it('adds the interest of every day since each disbursement to the loan when repayment begins', () => {
    const rows = unsubsidised?.movements ?? [];
    const lent = rows.filter(({ posted }) => posted.originalDescription === 'DISBURSEMENT TO SCHOOL');
    const grown = rows.find(({ posted }) => posted.originalDescription === 'INTEREST CAPITALIZED');
    const on = grown?.posted.date ?? linkedOn;
    // The first term lies before the rows begin; what was lent then is the account's first balance.
    const first = {
      posted: { date: studentOn(unsubsidised, on).origination_date ?? linkedOn, amount: 1_000 },
    };
    const interest = [first, ...lent].reduce(
      (sum, { posted }) => sum + (posted.amount * 6.53 * daysBetween(day(posted.date), on)) / 36_500,
      0,
    );
    expect(lent).toHaveLength(5);
    expect(cents(grown?.posted.amount ?? null)).toBe(Math.round(interest * 100));
    expect(cents(studentOn(unsubsidised, addDays(on, -1)).outstanding_interest_amount)).toBeGreaterThan(0);
    expect(unsubsidised?.balancesOn(on).current).toBeCloseTo(8_500 + (grown?.posted.amount ?? 0), 2);
  });

  it('owes no interest on the subsidised loan before that', () => {
    expect(studentOn(subsidised, addDays(linkedOn, 120)).outstanding_interest_amount).toBe(0);
    expect(
      subsidised?.movements.some(({ posted }) => posted.originalDescription.includes('CAPITALIZED')),
    ).toBe(false);
  });
});

function studentOn(account: LoginAccount | undefined, on: Day) {
  const liability = account?.liabilityOn(on);
  if (liability?.kind !== 'student') throw new Error('It is no student loan.');
  return liability.facts;
}

describe.each(LINKED_ON)('the household in trouble linked on %s', (linkedOn) => {
  const household = lived('user_trouble', linkedOn);
  const lines = (key: string, line: string) =>
    accountOf(household, key).movements.filter(
      ({ posted }) => posted.originalDescription.startsWith(line) && posted.date <= linkedOn,
    );

  it('is late with card and mortgage on the day of the link, and has caught up three months later', () => {
    const card = accountOf(household, 'card');
    expect(creditOn(card, linkedOn).is_overdue).toBe(true);
    expect(creditOn(card, addDays(linkedOn, 95)).is_overdue).toBe(false);
    expect(lines('card', 'LATE PAYMENT FEE').length).toBeGreaterThan(0);
    const [late, later] = [linkedOn, addDays(linkedOn, 95)].map((on) => mortgageOn(household, on));
    expect(late?.past_due_amount).toBeGreaterThan(0);
    expect(late?.past_due_amount).toBeLessThan((late?.next_monthly_payment ?? 0) * 2.01);
    expect([later?.past_due_amount, later?.current_late_fee]).toEqual([0, 0]);
  });

  it('goes below nothing, for a fee a day, and has items returned', () => {
    const checking = accountOf(household, 'checking');
    const past = daysAround(linkedOn).filter((on) => on <= linkedOn);
    expect(past.filter((on) => cents(checking.balancesOn(on).current) < 0).length).toBeGreaterThan(20);
    const fees = lines('checking', 'OVERDRAFT ITEM FEE').map(({ posted }) => posted.date);
    expect(fees.length).toBeGreaterThan(5);
    expect(new Set(fees).size).toBe(fees.length);
    for (const on of fees) expect(cents(checking.balancesOn(on).current)).toBeLessThan(0);
    const returned = lines('checking', 'RETURNED ITEM');
    expect(returned.length).toBeGreaterThan(0);
    const asked = lines('checking', 'NSF RETURNED ITEM FEE').length;
    expect(asked).toBeGreaterThanOrEqual(returned.length);
    // Over two years once or twice a month, and in the worst of lives nearly three times.
    expect(fees.length + asked).toBeLessThanOrEqual(24 * 2.75);
  });

  it('is declined in shops, so that debits alone lead below nothing', () => {
    const checking = accountOf(household, 'checking');
    const shopped = checking.movements.filter(({ key }) => /^habit \d+ [\d-]+$/.test(key));
    const declined = daysAround(linkedOn).filter((on) => {
      const before = cents(checking.balancesOn(addDays(on, -1)).available);
      return (
        before < -20_000 && shopped.some(({ appearsOn, posted }) => appearsOn === on && posted.amount > 0)
      );
    });
    expect(shopped.length).toBeGreaterThan(300);
    expect(declined.filter((on) => !paidOn(checking, on))).toEqual([]);
  });

  it('has payments to the card returned at both banks, and pays advances back with their price', () => {
    const [out, back] = [lines('checking', 'PAYMENT RETURNED'), lines('card', 'PAYMENT RETURNED')];
    expect(out.length).toBeGreaterThan(0);
    expect(out.map(({ posted }) => posted.amount)).toEqual(back.map(({ posted }) => -posted.amount));
    const lent = lines('checking', 'BRIGHTLINE PAYDAY ADVANCE');
    const repaid = lines('checking', 'BRIGHTLINE PAYDAY REPAYMENT');
    expect(repaid.length).toBeGreaterThan(0);
    expect(lent.length - repaid.length === 0 || lent.length - repaid.length === 1).toBe(true);
    for (const { posted } of repaid) expect(posted.amount).toBe(300);
  });
});

/** Whether money came in on that day. */
function paidOn({ movements }: LoginAccount, on: Day): boolean {
  return movements.some(({ posted }) => posted.date === on && posted.amount < 0);
}

function mortgageOn(household: Lived, on: Day) {
  const liability = accountOf(household, 'mortgage').liabilityOn(on);
  if (liability?.kind !== 'mortgage') throw new Error('It is no mortgage.');
  return liability.facts;
}
