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

/** The same few each time: one freelancer in some hundred does run out of clients. */
const FEW_LIVES = [
  { seed: 'elm', linkedOn: day('2024-05-31') },
  { seed: 'oak', linkedOn: day('2027-01-01') },
];

const people = fc.record({
  name: fc.constantFrom(...NAMES),
  seed: fc.string({ minLength: 1, maxLength: 6 }),
  linkedOn: linkDays,
});

describe.each(NAMES)('%s', (name) => {
  it.each(LINKED_ON)('linked on %s, shows on every day what its rows add up to', (linkedOn) => {
    const person = lived(name, linkedOn);
    expect(wrongBalances(person, 1)).toEqual([]);
    expect(keysUsedTwice(person)).toEqual([]);
  });

  it.each(LINKED_ON)('linked on %s, writes both legs of all that moves between its accounts', (linkedOn) => {
    const { loans, between, portfolios } = legsOf(lived(name, linkedOn));
    expect(between.filter(({ amounts }) => amounts.length !== 2 || sumOf(amounts) !== 0)).toEqual([]);
    expect(loans.received).toEqual(loans.paid);
    expect(portfolios.alone).toEqual([]);
  });
});

it('keeps sums and legs for any seed and any day', () => {
  fc.assert(
    fc.property(people, ({ name, seed, linkedOn }) => {
      const person = lived(name, linkedOn, seed);
      const { loans, between } = legsOf(person);
      expect(wrongBalances(person, 9)).toEqual([]);
      expect(between.filter(({ amounts }) => amounts.length !== 2 || sumOf(amounts) !== 0)).toEqual([]);
      expect(loans.received).toEqual(loans.paid);
    }),
    { numRuns: 4 },
  );
});

describe.each(NAMES.filter((name) => name !== 'user_trouble'))('%s', (name) => {
  it.each(FEW_LIVES)('%j: never has less than nothing, nor owes more than the card allows', (life) => {
    const { accounts } = lived(name, life.linkedOn, life.seed);
    const beyond = accounts.filter(isBank).flatMap(({ key, type, balancesOn }) =>
      daysAround(life.linkedOn).flatMap((on) => {
        const { current, limit } = balancesOn(on);
        const [held, most] = [cents(current), cents(limit ?? 0)];
        return (type === 'depository' && held < 0) || (type === 'credit' && held > most)
          ? [`${key} ${on}`]
          : [];
      }),
    );
    expect(beyond).toEqual([]);
  });
});

/** Days on which an account shows something else than its rows add up to. */
function wrongBalances({ accounts, linkedOn }: Lived, every: number): string[] {
  const [first = linkedOn, ...days] = daysAround(linkedOn, every);
  return accounts.filter(isBank).flatMap(({ key, type, movements, balancesOn }) => {
    const booked = [...bookedByDay(movements)].sort(([a], [b]) => (a < b ? -1 : 1));
    const coming = booked.filter(([on]) => on > first);
    let shown = cents(balancesOn(first).current);
    return days.flatMap((on) => {
      while ((coming[0]?.[0] ?? '~') <= on)
        shown += (type === 'depository' ? -1 : 1) * (coming.shift()?.[1] ?? 0);
      const found = cents(balancesOn(on).current);
      return found === shown ? [] : [`${key} on ${on}: ${found} instead of ${shown}`];
    });
  });
}

function keysUsedTwice({ accounts }: Lived): string[] {
  return accounts.flatMap(({ movements }) => {
    const keys = movements.map(({ key }) => key);
    return keys.filter((key, index) => keys.indexOf(key, index + 1) > 0);
  });
}

const PAID_LOAN = /^LOAN_PAYMENTS_(MORTGAGE|STUDENT_LOAN|CAR)_PAYMENT$/;
const BETWEEN = /^(transfer|payment) /;

/** What moved between own accounts, between banks and lenders, and between banks and brokers. */
function legsOf({ accounts, persona, linkedOn }: Lived) {
  const rows = accounts.flatMap((account) =>
    account.movements.map(({ key, posted }) => ({ account: account.key, key, ...posted })),
  );
  const moved = new Map<string, number[]>();
  for (const { key, amount } of rows.filter(({ key }) => BETWEEN.test(key))) {
    moved.set(key, [...(moved.get(key) ?? []), cents(amount)]);
  }
  const lenders = persona.loans.map(({ account }) => account);
  const paid = rows.filter(({ category }) => PAID_LOAN.test(category?.detailed ?? ''));
  const received = rows.filter(({ account, amount }) => lenders.includes(account) && amount < 0);
  const cash = new Set(accounts.flatMap(cashMoves));
  const sent = rows.filter(({ category }) => category?.detailed.includes('INVESTMENT_AND_RETIREMENT_FUNDS'));
  const alone = sent.filter(({ date, amount }) => {
    const near = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((count) => addDays(date, count));
    return date < addDays(linkedOn, 350) && !near.some((on) => cash.has(`${on} ${-cents(amount)}`));
  });
  return {
    between: [...moved].map(([key, amounts]) => ({ key, amounts })),
    loans: { paid: datedAmounts(paid, 1), received: datedAmounts(received, -1) },
    portfolios: { alone },
  };
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function datedAmounts(rows: readonly { date: Day; amount: number }[], sign: number): string[] {
  return rows.map(({ date, amount }) => `${date} ${sign * cents(amount)}`).sort();
}

function cashMoves({ investmentTransactions }: Lived['accounts'][number]): string[] {
  return investmentTransactions
    .filter(({ type }) => type === 'cash')
    .map(({ date, amount }) => `${date} ${cents(amount)}`);
}
