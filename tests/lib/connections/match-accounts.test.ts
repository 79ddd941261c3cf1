import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MatchableAccount, matchAccounts } from '@/lib/connections/match-accounts';

const checking: MatchableAccount = {
  persistentAccountId: null,
  bankName: 'Checking',
  mask: '0000',
  type: 'depository',
  subtype: 'checking',
  currency: 'USD',
};

const account = fc.record({
  persistentAccountId: fc.constantFrom(null, 'p1', 'p2'),
  bankName: fc.constantFrom('Checking', 'Saving'),
  mask: fc.constantFrom(null, '0000', '1111'),
  type: fc.constant('depository'),
  subtype: fc.constantFrom('checking', 'savings'),
  currency: fc.constantFrom('USD', 'CAD'),
});
const list = fc.array(account, { maxLength: 6 });

test('the lasting id wins over names, wherever the bank gives one', () => {
  const former = [{ ...checking, persistentAccountId: 'p1' }];
  const present = [{ ...checking, persistentAccountId: 'p1', bankName: 'Everyday', mask: '9999' }];
  expect(matchAccounts(former, present).matches).toMatchObject([{ by: 'persistent-id' }]);
});

test('name, mask and kind match where nobody else has them', () => {
  const other = { ...checking, bankName: 'Saving', subtype: 'savings' };
  const { matches, former, present } = matchAccounts([checking, other], [other, checking]);
  expect(matches.map(({ by }) => by)).toEqual(['name', 'name']);
  expect([former, present]).toEqual([[], []]);
});

test.each([
  ['two alike', [checking, { ...checking }], [checking]],
  ['no mask', [{ ...checking, mask: null }], [{ ...checking, mask: null }]],
  [
    'two lasting ids',
    [{ ...checking, persistentAccountId: 'p1' }],
    [{ ...checking, persistentAccountId: 'p2' }],
  ],
  ['another currency', [checking], [{ ...checking, currency: 'CAD' }]],
])('nothing is matched with %s', (_, former, present) => {
  expect(matchAccounts(former, present)).toEqual({ matches: [], former, present });
});

test('one to one, nothing lost, and the same whichever side is called the former', () => {
  fc.assert(
    fc.property(list, list, (former, present) => {
      const matched = matchAccounts(former, present);
      expect(matched.matches.length + matched.former.length).toBe(former.length);
      expect(matched.matches.length + matched.present.length).toBe(present.length);
      expect(new Set(matched.matches.map((pair) => pair.present)).size).toBe(matched.matches.length);
      expect(matchAccounts(present, former).matches.length).toBe(matched.matches.length);
    }),
  );
});
