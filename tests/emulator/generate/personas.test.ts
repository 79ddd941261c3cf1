/** What holds for every person, on every day and for every seed: balances are sums, and money has two legs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '@/lib/core/day';
import {
  bookedByDay,
  cents,
  daysAround,
  isBank,
  linkDays,
  type Lived,
  lived,
  NAMES,
} from './lived-households';

const LINKED_ON = ['2024-02-29', '2026-11-21'].map(day);

/** The same few lives each time: a freelancer in a hundred does run out of clients. */
const RUNS = { numRuns: 2, seed: 21 };

const people = fc.record({
  name: fc.constantFrom(...NAMES),
  seed: fc.string({ minLength: 1, maxLength: 6 }),
  linkedOn: linkDays,
});

describe.each(NAMES)('%s', (name) => {
  it.each(LINKED_ON)('linked on %s, shows on every day what its rows add up to', (linkedOn) => {
    expectSums(lived(name, linkedOn), 1);
  });

  it('writes both legs of all that moves between its accounts', () => {
    for (const linkedOn of LINKED_ON) expectLegs(lived(name, linkedOn));
  });
});

it('keeps sums and legs for any seed and any day', () => {
  fc.assert(
    fc.property(people, ({ name, seed, linkedOn }) => {
      const person = lived(name, linkedOn, seed);
      expectSums(person, 9);
      expectLegs(person);
    }),
    { numRuns: 4 },
  );
});

describe.each(NAMES.filter((name) => name !== 'user_trouble'))('%s', (name) => {
  it('never has less than nothing, nor owes more than the card allows', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), linkDays, (seed, linkedOn) => {
        const person = lived(name, linkedOn, seed);
        for (const { key, type, balancesOn } of person.accounts.filter(isBank)) {
          for (const on of daysAround(linkedOn)) {
            const { current, limit } = balancesOn(on);
            if (type === 'depository') expect(current, `${key} on ${on}`).toBeGreaterThanOrEqual(0);
            if (type === 'credit') expect(current, `${key} on ${on}`).toBeLessThanOrEqual(limit ?? 0);
          }
        }
      }),
      RUNS,
    );
  });
});

function expectSums({ accounts, linkedOn }: Lived, every: number): void {
  const [first = linkedOn, ...days] = daysAround(linkedOn, every);
  for (const { key, type, movements, balancesOn } of accounts.filter(isBank)) {
    const booked = [...bookedByDay(movements)].sort(([a], [b]) => (a < b ? -1 : 1));
    const sign = type === 'depository' ? -1 : 1;
    let shown = cents(balancesOn(first).current);
    let next = booked.findIndex(([on]) => on > first);
    for (const on of days) {
      for (; next >= 0 && (booked[next]?.[0] ?? '~') <= on; next += 1)
        shown += sign * (booked[next]?.[1] ?? 0);
      if (cents(balancesOn(on).current) !== shown)
        expect(`${key} on ${on}: ${cents(balancesOn(on).current)}`).toBe(`${key} on ${on}: ${shown}`);
    }
    expect(new Set(movements.map((movement) => movement.key)).size).toBe(movements.length);
  }
}

const PAID_LOAN = /^LOAN_PAYMENTS_(MORTGAGE|STUDENT_LOAN|CAR)_PAYMENT$/;
const BETWEEN = /^(transfer|payment) /;

function expectLegs({ accounts, persona, linkedOn }: Lived): void {
  const rows = accounts.flatMap((account) =>
    account.movements.map(({ key, posted }) => ({ account: account.key, key, ...posted })),
  );
  const moved = new Map<string, number[]>();
  for (const { key, amount } of rows.filter(({ key }) => BETWEEN.test(key))) {
    moved.set(key, [...(moved.get(key) ?? []), cents(amount)]);
  }
  for (const [key, legs] of moved)
    expect([key, legs.length, (legs[0] ?? 0) + (legs[1] ?? 0)]).toEqual([key, 2, 0]);

  const banks = persona.loans.map(({ account }) => account);
  const paid = rows.filter(({ category }) => PAID_LOAN.test(category?.detailed ?? ''));
  const received = rows.filter(({ account, amount }) => banks.includes(account) && amount < 0);
  expect(legsOf(received, -1)).toEqual(legsOf(paid, 1));

  const cash = new Set(accounts.flatMap(cashMoves));
  const sent = rows.filter(({ category }) => category?.detailed.includes('INVESTMENT_AND_RETIREMENT_FUNDS'));
  for (const { date, amount } of sent.filter(({ date }) => date < addDays(linkedOn, 350))) {
    const days = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((count) => addDays(date, count));
    expect(days.filter((on) => cash.has(`${on} ${-cents(amount)}`)).length).toBeGreaterThan(0);
  }
}

function legsOf(rows: readonly { date: Day; amount: number }[], sign: number): string[] {
  return rows.map(({ date, amount }) => `${date} ${sign * cents(amount)}`).sort();
}

function cashMoves({ investmentTransactions }: Lived['accounts'][number]): string[] {
  return investmentTransactions
    .filter(({ type }) => type === 'cash')
    .map(({ date, amount }) => `${date} ${cents(amount)}`);
}
