import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchRows, type MatchableRow } from '@/lib/connections/match-rows';

/** Few values, so that rows of one kind are common. */
const row = fc.record({
  amount: fc.constantFrom(-4_00, -4_50),
  currency: fc.constantFrom('USD', 'EUR'),
  postedDay: fc.constantFrom('2026-03-01', '2026-03-02'),
  authorizedDay: fc.constantFrom(null, '2026-03-01'),
  isPending: fc.boolean(),
  bankName: fc.constantFrom('Coffee', 'COFFEE'),
  description: fc.constantFrom(null, 'COFFEE 0042'),
});
const side = (prefix: string) =>
  fc
    .array(row, { maxLength: 12 })
    .map((rows) => rows.map((facts, index): MatchableRow => ({ id: `${prefix}${index}`, ...facts })));
const sides = fc.tuple(side('a'), side('b'));

const kindOf = ({ amount, currency, postedDay, isPending, bankName }: MatchableRow) =>
  [amount, currency, postedDay, isPending, bankName].join();
const countOf = (rows: readonly MatchableRow[], like: MatchableRow) =>
  rows.filter((one) => kindOf(one) === kindOf(like)).length;

test('only rows of one kind are paired, one to one, and none is lost', () => {
  fc.assert(
    fc.property(sides, ([former, present]) => {
      const { pairs, unmatched } = matchRows(former, present);
      for (const pair of pairs) expect(kindOf(pair.former)).toBe(kindOf(pair.present));
      expect(new Set(pairs.map((pair) => pair.present.id)).size).toBe(pairs.length);
      const seen = [...pairs.map((pair) => pair.former.id), ...unmatched.map(({ id }) => id)];
      expect(seen.sort()).toEqual(former.map(({ id }) => id).sort());
    }),
  );
});

test('a kind is paired as a whole where both sides have as many, and not at all where they differ', () => {
  fc.assert(
    fc.property(sides, ([former, present]) => {
      const { pairs } = matchRows(former, present);
      const paired = new Set(pairs.map((pair) => pair.former.id));
      for (const one of former) {
        expect(paired.has(one.id)).toBe(countOf(former, one) === countOf(present, one));
      }
    }),
  );
});

test('the order in which rows come changes nothing', () => {
  const shuffled = sides.chain(([former, present]) =>
    fc.tuple(
      fc.constant(former),
      fc.constant(present),
      fc.shuffledSubarray(former, { minLength: former.length }),
      fc.shuffledSubarray(present, { minLength: present.length }),
    ),
  );
  const ids = ({ pairs }: ReturnType<typeof matchRows>) =>
    pairs.map((pair) => `${pair.former.id} ${pair.present.id}`).sort();
  fc.assert(
    fc.property(shuffled, ([former, present, formerShuffled, presentShuffled]) => {
      expect(ids(matchRows(formerShuffled, presentShuffled))).toEqual(ids(matchRows(former, present)));
    }),
  );
});

test('rows that are sent anew unchanged all go on', () => {
  fc.assert(
    fc.property(side('a'), (former) => {
      const present = former.map((facts) => ({ ...facts, id: `new ${facts.id}` }));
      const { pairs, unmatched } = matchRows(former, present);
      expect(unmatched).toEqual([]);
      for (const pair of pairs) expect(pair.present.id).toBe(`new ${pair.former.id}`);
    }),
  );
});
