import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCulprits, type Suspect } from '@/lib/accounts/culprits';
import { findUnexplained, type KnownDay } from '@/lib/accounts/proof';
import { addDays, day } from '@/lib/core/day';

const FIRST = day('2026-03-01');
const OPENING = 500_00;

/** Whole dollars, so that what is planted, in odd cents, is no other sum by chance. */
const dollars = (most: number) => fc.integer({ min: -most, max: most }).map((of) => of * 100);

/** One movement of a made-up bank: booked on `on`, pending `lead` days before, and what happens to it later. */
const movement = fc.record({
  on: fc.integer({ min: -10, max: 60 }),
  lead: fc.integer({ min: 0, max: 5 }),
  amount: dollars(900),
  corrected: fc.option(fc.record({ after: fc.integer({ min: 1, max: 9 }), by: dollars(50) })),
  removedAfter: fc.option(fc.integer({ min: 1, max: 9 })),
});

const bank = fc.record({
  movements: fc.array(movement, { maxLength: 40 }),
  countsPending: fc.boolean(),
  /** Days on which the bank was not asked. */
  skipped: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }),
});

type Bank = typeof bank extends fc.Arbitrary<infer T> ? T : never;

/** What is known at the end of each day; `lost` are rows that never reach us, by their place in the list. */
function known(
  { movements, countsPending, skipped }: Bank,
  lost: ReadonlySet<number> = new Set(),
): KnownDay[] {
  const days = Array.from({ length: 61 }, (_, index) => index).filter((index) => !skipped.includes(index));
  return days.map((index) => {
    const sums = { balance: OPENING, booked: 0, pending: 0 };
    movements.forEach(({ on, lead, amount, corrected, removedAfter }, place) => {
      const isGone = removedAfter !== null && index >= on + removedAfter;
      const now = corrected && index >= on + corrected.after ? amount + corrected.by : amount;
      if (isGone || index < on - lead) return;
      const isBooked = index >= on;
      if (isBooked || countsPending) sums.balance += now;
      if (!lost.has(place)) sums[isBooked ? 'booked' : 'pending'] += now;
    });
    return { day: addDays(FIRST, index), ...sums };
  });
}

describe('the proof of balance', () => {
  test('never cries wolf: late bookings, corrections, removals, days without a report, pending counted or not', () => {
    fc.assert(
      fc.property(bank, (given) => {
        expect(findUnexplained(known(given))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  test('a balance that lags behind its rows for a day is no drift', () => {
    const lagging = fc.tuple(bank, fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 20 }));
    fc.assert(
      fc.property(lagging, ([given, lags]) => {
        const days = known({ ...given, countsPending: false });
        const shown = days.map((of, index) =>
          lags.includes(index) && !lags.includes(index - 1)
            ? { ...of, balance: days[index - 1]?.balance ?? of.balance }
            : of,
        );
        expect(findUnexplained(shown)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test('finds a lost row by its exact amount and the first reported day, and clears when it comes', () => {
    const plain = bank.map((given) => ({
      ...given,
      countsPending: false,
      skipped: given.skipped.filter((of) => of > 8 && of < 45),
    }));
    const cents = dollars(900).map((of) => of + 40);
    fc.assert(
      fc.property(plain, fc.integer({ min: 10, max: 40 }), cents, (given, on, amount) => {
        const movements = [...given.movements, { on, lead: 0, amount, corrected: null, removedAfter: null }];
        const planted = { ...given, movements };
        const days = known(planted, new Set([movements.length - 1]));
        const since = days.find((of) => of.day >= addDays(FIRST, on))?.day;
        expect(findUnexplained(days)).toEqual({ since, amount });
        expect(findUnexplained([...days.slice(0, -1), ...known(planted).slice(-1)])).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test('says nothing before it has held for some days, and nothing without a proven beginning', () => {
    const at = (index: number, balance: number) => ({
      day: addDays(FIRST, index),
      balance,
      booked: 0,
      pending: 0,
    });
    const before = [0, 1, 2, 3, 4].map((index) => at(index, 100));
    const after = [5, 6, 7, 8].map((index) => at(index, 112_40));
    expect(findUnexplained([...before, ...after])).toBeNull();
    expect(findUnexplained([...before, ...after, at(9, 112_40)])).toEqual({
      since: day('2026-03-06'),
      amount: 111_40,
    });
    expect(findUnexplained([at(0, 1), at(1, 2), ...after, at(9, 112_40)])).toBeNull();
  });
});

describe('what may be behind it', () => {
  const row = (given: Partial<Suspect>): Suspect => ({
    id: 'a',
    name: 'Bistro',
    day: day('2026-03-05'),
    postedDay: day('2026-03-05'),
    amount: -12_40,
    currency: 'USD',
    isPending: false,
    isRemoved: false,
    ...given,
  });
  const account = { currency: 'USD', lastFitting: day('2026-03-05') };
  const kinds = (amount: number, rows: Suspect[], of = account) =>
    findCulprits({ since: day('2026-03-06'), amount }, rows, of).map(({ kind }) => kind);

  test.each([
    ['a row that the bank took back', -12_40, [row({ isRemoved: true })], ['removed']],
    ['the same amount twice on a day', 12_40, [row({}), row({ id: 'b' })], ['twins']],
    ['a pending row that the bank counts already', -12_40, [row({ isPending: true })], ['pending']],
    ['a row that goes the wrong way', 24_80, [row({})], ['reversed']],
    ['a row that undoes it', 12_40, [row({})], ['extra']],
    ['a row of another currency', 99, [row({ currency: 'EUR' })], ['other-currency']],
    ['nothing at all', 99, [], []],
  ])('%s', (_, amount, rows, found) => {
    expect(kinds(amount, rows)).toEqual(found);
  });

  test('days on which no balance was reported', () => {
    const of = { currency: 'USD', lastFitting: day('2026-03-02') };
    expect(findCulprits({ since: day('2026-03-06'), amount: 99 }, [], of)).toEqual([
      { kind: 'unreported', from: day('2026-03-03'), to: day('2026-03-05') },
    ]);
  });
});
