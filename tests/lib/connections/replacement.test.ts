import { expect, test } from 'vitest';
import { choosePairs } from '@/lib/connections/choose-pairs';
import { findDuplicate } from '@/lib/connections/find-duplicate';
import { findOverlaps } from '@/lib/connections/overlaps';
import { endsEarlierLogIns } from '@/lib/connections/one-session-banks';
import { type PreviewRow, previewReplacement } from '@/lib/connections/replacement-preview';

const row = (id: string, postedDay: string, more: Partial<PreviewRow> = {}): PreviewRow => ({
  id,
  postedDay,
  amount: -4_00,
  currency: 'USD',
  authorizedDay: null,
  isPending: false,
  bankName: 'Coffee',
  description: null,
  isEdited: false,
  ...more,
});

const account = (id: string, more = {}) => ({
  id,
  name: id,
  persistentAccountId: null,
  bankName: 'Checking',
  mask: '0000',
  type: 'depository',
  subtype: 'checking',
  currency: 'USD',
  itemId: 'a',
  plaidInstitutionId: 'ins_1',
  ...more,
});

test('what is in both goes on, what is older stays, what is missing leaves, and its edit is listed', () => {
  const former = [
    row('old', '2025-01-01', { isEdited: true }),
    row('same', '2026-03-02', { isEdited: true }),
    row('gone', '2026-03-03', { isEdited: true }),
    row('gone too', '2026-03-04'),
  ];
  const present = [row('first', '2026-03-01'), row('new same', '2026-03-02')];
  expect(previewReplacement([{ former, present }])).toEqual({
    matched: 1,
    editsMoved: 1,
    kept: 1,
    missing: 2,
    lost: [former[2]],
    added: 1,
  });
});

test('of an account that goes on as none, or as one without rows, everything stays', () => {
  const former = [row('a', '2026-03-01'), row('b', '2026-03-02', { isPending: true })];
  for (const present of [null, []]) {
    expect(previewReplacement([{ former, present }])).toMatchObject({ kept: 2, missing: 0, lost: [] });
  }
});

test('accounts go on as matched, unless the person says otherwise, and each is taken once', () => {
  const former = [account('f1'), account('f2', { bankName: 'Saving', mask: '1111' })];
  const present = [account('p1'), account('p2', { bankName: 'Rainy day', mask: '1111' })];
  const chosen = (said: Record<string, string>) =>
    choosePairs(former, present, said).map((choice) => [choice.chosen?.id ?? null, choice.by]);
  expect(chosen({})).toEqual([
    ['p1', 'name'],
    [null, null],
  ]);
  expect(chosen({ f2: 'p2' })).toEqual([
    ['p1', 'name'],
    ['p2', 'hand'],
  ]);
  expect(chosen({ f1: '', f2: 'p1' })).toEqual([
    [null, null],
    ['p1', 'hand'],
  ]);
  expect(chosen({ f2: 'p1' })).toEqual([
    ['p1', 'name'],
    [null, null],
  ]);
});

test('a duplicate is sure by name and mask; where the bank gives neither, it is a question', () => {
  const known = { itemId: 'a', name: 'Checking', mask: '0000' };
  expect(findDuplicate([{ name: 'Checking', mask: '0000' }], [known])).toEqual({ itemId: 'a', isSure: true });
  expect(findDuplicate([{ name: 'Checking', mask: null }], [known])).toEqual({ itemId: 'a', isSure: false });
  expect(findDuplicate([{ name: 'Checking', mask: '1' }], [{ ...known, mask: null }])?.isSure).toBe(false);
  expect(findDuplicate([{ name: 'Saving', mask: null }], [known])).toBeNull();
  expect(findDuplicate([{ name: 'Checking', mask: '9999' }], [known])).toBeNull();
});

test('two connections of one bank with an account in common are named, others are not', () => {
  const accounts = [account('1'), account('2', { itemId: 'b' }), account('3', { itemId: 'c', mask: '7' })];
  expect(findOverlaps(['a', 'b', 'c'], accounts)).toEqual([{ formerId: 'a', presentId: 'b' }]);
  const elsewhere = [account('1'), account('2', { itemId: 'b', plaidInstitutionId: 'ins_2' })];
  expect(findOverlaps(['a', 'b'], elsewhere)).toEqual([]);
});

test('banks that keep one connection per log-in are known by id or name', () => {
  expect(endsEarlierLogIns({ id: 'ins_56', name: null })).toBe(true);
  expect(endsEarlierLogIns({ id: 'ins_9', name: 'Charles Schwab' })).toBe(true);
  expect(endsEarlierLogIns({ id: 'ins_109508', name: 'First Platypus Bank' })).toBe(false);
  expect(endsEarlierLogIns({ id: null, name: null })).toBe(false);
});
