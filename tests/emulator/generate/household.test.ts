import { describe, expect, it } from 'vitest';
import type { Login } from '@/emulator/login';
import { addDays, type Day, day, daysBetween } from '@/lib/core/day';
import { accountIn, anOpenedLogin, bookedUpTo, PLATYPUS, rowsOf, TARTAN } from './an-opened-login';

const LINKED_ON = ['2024-02-29', '2025-12-31', '2026-03-28', '2026-11-21'];

const eachLogin = LINKED_ON.flatMap((linkedOn) => [
  { who: 'user_good', linkedOn, login: anOpenedLogin('user_good', linkedOn) },
  { who: 'demo_household', linkedOn, login: anOpenedLogin('demo_household', linkedOn) },
  {
    who: 'demo_household at Tartan',
    linkedOn,
    login: anOpenedLogin('demo_household', linkedOn, { institutionId: TARTAN }),
  },
]);

const sampled = (linkedOn: string): Day[] =>
  Array.from({ length: 60 }, (_, index) => addDays(day(linkedOn), index * 17 - 700));

describe.each(eachLogin)('$who linked on $linkedOn', ({ login, linkedOn }) => {
  it('moves every balance by just what is booked', () => {
    for (const account of login.accounts.filter(({ type }) => type !== 'investment' && type !== 'loan')) {
      const sign = account.type === 'depository' ? -1 : 1;
      const [first = day(linkedOn), ...days] = sampled(linkedOn);
      const start = cents(account.balancesOn(first).current);
      for (const on of days) {
        const moved = bookedUpTo(account.movements, on) - bookedUpTo(account.movements, first);
        expect(cents(account.balancesOn(on).current), `${account.name} on ${on}`).toBe(start + sign * moved);
      }
    }
  });

  it('owes on a student loan what its rows leave', () => {
    for (const account of login.accounts.filter(({ subtype }) => subtype === 'student')) {
      const [first = day(linkedOn), ...days] = sampled(linkedOn);
      const start = cents(account.balancesOn(first).current);
      for (const on of days) {
        const moved = bookedUpTo(account.movements, on) - bookedUpTo(account.movements, first);
        expect(cents(account.balancesOn(on).current)).toBe(start + moved);
      }
    }
  });

  it('names every movement of an account once', () => {
    for (const { movements } of login.accounts) {
      expect(new Set(movements.map(({ key }) => key)).size).toBe(movements.length);
    }
  });

  it('holds just what its investment transactions add up to', () => {
    for (const account of login.accounts.filter(({ type }) => type === 'investment')) {
      for (const on of sampled(linkedOn)) expect(unitsHeld(account, on)).toEqual(unitsTraded(account, on));
    }
  });

  it('is worth the sum of its holdings', () => {
    for (const account of login.accounts.filter(({ type }) => type === 'investment')) {
      for (const on of sampled(linkedOn)) {
        const worth = account.holdingsOn(on).reduce((sum, holding) => sum + holding.institution_value, 0);
        expect(account.balancesOn(on).current).toBeCloseTo(worth, 4);
      }
    }
  });

  it('names every security that it holds or trades', () => {
    const known = new Set(login.securitiesOn(day(linkedOn)).map(({ security_id }) => security_id));
    for (const account of login.accounts) {
      const named = [...account.holdingsOn(day(linkedOn)), ...account.investmentTransactions];
      expect(named.filter(({ security_id }) => security_id !== null && !known.has(security_id))).toEqual([]);
    }
  });

  it('covers two years before the link and a year after it', () => {
    const days = login.accounts
      .flatMap(({ movements }) => movements.map(({ appearsOn }) => appearsOn))
      .sort();
    expect(daysBetween(day(days[0] ?? ''), day(linkedOn))).toBeGreaterThanOrEqual(730);
    expect(daysBetween(day(linkedOn), day(days.at(-1) ?? ''))).toBeGreaterThanOrEqual(350);
  });
});

describe('user_good', () => {
  it.each(LINKED_ON)("shows the Sandbox's own figures on %s", (linkedOn) => {
    const login = anOpenedLogin('user_good', linkedOn);
    const shown = login.accounts.map(({ mask, balancesOn }) => {
      const { available, current, limit } = balancesOn(day(linkedOn));
      return [mask, available, current, limit];
    });
    expect(shown).toEqual([
      ['0000', 100, 110, null],
      ['1111', 200, 210, null],
      ['2222', null, 1000, null],
      ['3333', null, 410, 2000],
      ['4444', 43_200, 43_200, null],
      ['5555', null, 320.76, null],
      ['6666', null, 23_631.9805, null],
      ['7777', null, 65_262, null],
      ['8888', null, 56_302.06, null],
    ]);
  });
});

describe.each(LINKED_ON)('the demo household linked on %s', (linkedOn) => {
  const platypus = anOpenedLogin('demo_household', linkedOn);
  const tartan = anOpenedLogin('demo_household', linkedOn, { institutionId: TARTAN });

  it('writes both legs of every transfer', () => {
    const [checking, savings, card] = ['checking', 'savings', 'card'].map((key) => accountIn(platypus, key));
    if (!checking || !savings || !card) throw new Error('An account is missing.');
    expect(negated(rowsOf(savings, 'TRANSFER_IN_SAVINGS'))).toEqual(rowsOf(checking, 'TRANSFER_OUT_SAVINGS'));
    expect(negated(rowsOf(checking, 'TRANSFER_IN_ACCOUNT_TRANSFER'))).toEqual(
      rowsOf(savings, 'TRANSFER_OUT_ACCOUNT_TRANSFER'),
    );
    const paid = 'LOAN_PAYMENTS_CREDIT_CARD_PAYMENT';
    expect(negated(rowsOf(card, paid))).toEqual(rowsOf(checking, paid));
    expect(rowsOf(card, paid).length).toBeGreaterThan(30);
  });

  it('sends to the other bank what arrives there', () => {
    const checking = accountIn(platypus, 'checking');
    const loan = accountIn(tartan, 'student loan');
    const paid = rowsOf(checking, 'LOAN_PAYMENTS_STUDENT_LOAN_PAYMENT');
    expect(negated(rowsOf(loan, 'TRANSFER_IN_ACCOUNT_TRANSFER'))).toEqual(paid);
    const sent = rowsOf(checking, 'TRANSFER_OUT_INVESTMENT_AND_RETIREMENT_FUNDS').map(({ amount }) => amount);
    const deposits = accountIn(tartan, 'brokerage').investmentTransactions.filter(
      ({ subtype }) => subtype === 'deposit',
    );
    const arrived = deposits.slice(1).map(({ amount }) => -amount);
    expect(sent.slice(0, arrived.length)).toEqual(arrived);
    expect(sent.length - arrived.length).toBeLessThanOrEqual(1);
  });

  it('never overdraws', () => {
    for (const key of ['checking', 'savings']) {
      const { balancesOn } = accountIn(platypus, key);
      for (const on of sampled(linkedOn)) expect(balancesOn(on).current).toBeGreaterThan(0);
    }
  });

  it('strikes statements from the rows of the card', () => {
    const card = accountIn(platypus, 'card');
    const statements = sampled(linkedOn).map((on) => {
      const liability = card.liabilityOn(on);
      return liability?.kind === 'credit' ? liability.facts : null;
    });
    const struck = statements.filter((facts) => facts !== null && facts.last_statement_issue_date !== null);
    expect(struck.length).toBeGreaterThan(50);
    for (const facts of struck) {
      const owed = card.balancesOn(day(facts?.last_statement_issue_date ?? '')).current;
      expect(owed).toBe(facts?.last_statement_balance);
    }
  });

  it('pays each statement in full before it is due', () => {
    const card = accountIn(platypus, 'card');
    for (const { date, amount } of rowsOf(card, 'LOAN_PAYMENTS_CREDIT_CARD_PAYMENT')) {
      const liability = card.liabilityOn(addDays(day(date), -1));
      if (liability?.kind !== 'credit') throw new Error('The card has no liability.');
      expect(-amount).toBe(liability.facts.last_statement_balance);
      expect(date < (liability.facts.next_payment_due_date ?? '')).toBe(true);
      expect(liability.facts.is_overdue).toBe(false);
    }
  });

  it('lets life go on: rows that post, holds that vanish, corrections', () => {
    const movements = platypus.accounts.flatMap((account) => account.movements);
    const future = movements.filter(({ appearsOn }) => appearsOn > linkedOn);
    expect(future.some(({ pending }) => pending && !pending.vanishes)).toBe(true);
    expect(movements.some(({ pending }) => pending?.vanishes)).toBe(true);
    expect(movements.some(({ correction }) => correction)).toBe(true);
    expect(movements.some(({ pending, posted }) => pending && pending.row.amount !== posted.amount)).toBe(
      true,
    );
  });
});

it('is the same to the byte each time it is opened', () => {
  const bytes = () => bytesOf(anOpenedLogin('demo_household', '2026-11-21', { institutionId: PLATYPUS }));
  expect(bytes()).toBe(bytes());
});

function bytesOf(login: Login): string {
  const on = day('2026-11-21');
  return JSON.stringify(
    login.accounts.map((account) => [
      account,
      account.balancesOn(on),
      account.liabilityOn(on),
      account.holdingsOn(on),
    ]),
  );
}

function cents(amount: number | null): number {
  return Math.round((amount ?? Number.NaN) * 100);
}

function negated(rows: readonly { date: string; amount: number }[]) {
  return rows.map(({ date, amount }) => ({ date, amount: -amount }));
}

function unitsHeld({ holdingsOn }: Login['accounts'][number], on: Day): Record<string, number> {
  return Object.fromEntries(
    holdingsOn(on)
      .map(({ security_id, quantity }): [string, number] => [security_id, Math.round(quantity * 1e8)])
      .sort(),
  );
}

function unitsTraded({ investmentTransactions }: Login['accounts'][number], on: Day): Record<string, number> {
  const units = new Map<string, number>();
  const cash = investmentTransactions.find(
    ({ type, subtype }) => type === 'cash' && subtype === 'deposit',
  )?.security_id;
  for (const { date, security_id, quantity, amount } of investmentTransactions) {
    if (date > on) continue;
    if (security_id !== null && security_id !== cash) {
      units.set(security_id, (units.get(security_id) ?? 0) + Math.round(quantity * 1e8));
    }
    if (cash) units.set(cash, (units.get(cash) ?? 0) - Math.round(amount * 1e8));
  }
  return Object.fromEntries([...units].filter(([, held]) => held !== 0).sort());
}
