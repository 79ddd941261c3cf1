import { describe, expect, it } from 'vitest';
import { day } from '@/lib/core/day';
import type { FieldChange } from '@/lib/transactions/earlier';
import { type ProvenanceFacts, provenanceOf } from '@/lib/transactions/provenance';
import { PLAIN } from '@/lib/core/writing';

const reader = { today: day('2026-03-20'), writing: { ...PLAIN, timeZone: 'America/New_York' } };
const facts: ProvenanceFacts = {
  amount: -50_50,
  currency: 'USD',
  day: day('2026-03-02'),
  postedDay: day('2026-03-05'),
  authorizedDay: day('2026-03-02'),
  isPending: false,
  name: 'Bistro Paris',
  bankName: 'BISTRO PARIS 0042',
  merchantName: 'Bistro Paris',
  counterpartyName: null,
  userMerchantName: null,
  originalDescription: null,
  categoryId: 'eating-out',
  bankCategoryId: 'eating-out',
  ruleCategoryId: null,
  userCategoryId: null,
  note: null,
};

const change = (of: Partial<FieldChange>): FieldChange => ({
  field: 'amount',
  source: 'bank',
  before: null,
  after: null,
  at: new Date('2026-03-05T15:00:00Z'),
  runId: null,
  ...of,
});

function lineOf(key: string, of: Partial<ProvenanceFacts>, changes: FieldChange[] = []) {
  const line = provenanceOf({ ...facts, ...of }, changes, reader).find((one) => one.key === key);
  if (!line) throw new Error(`There is no line ${key}.`);
  return line;
}

describe('where a value comes from', () => {
  it('is the bank, with nothing to add, where nobody said anything else', () => {
    const lines = provenanceOf(facts, [], reader);
    expect(lines.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Name: Bistro Paris',
      'Category: Eating out',
      'Amount: −$50.50',
      'Day paid: Mon 2 Mar',
      'Booked: Thu 5 Mar',
      'Status: Posted',
      'Bank’s text: BISTRO PARIS 0042',
    ]);
    expect(new Set(lines.map(({ source }) => source))).toEqual(new Set(['The bank']));
    expect(lines.every(({ remark, offer, earlier }) => !remark && !offer && earlier.length === 0)).toBe(true);
  });

  it('is the person where they differ, with what the bank says and the way to it', () => {
    expect(lineOf('name', { name: 'Le Bistro', userMerchantName: 'Le Bistro' })).toMatchObject({
      source: 'You',
      remark: 'Your name for it never changes by itself. The bank says “Bistro Paris”.',
      offer: { field: 'name', value: '', label: 'Use the bank’s' },
    });
  });

  it('offers nothing where the person says what the bank says', () => {
    expect(lineOf('category', { userCategoryId: 'eating-out' })).toMatchObject({
      source: 'You',
      remark: 'The bank says the same.',
      offer: null,
    });
  });

  it('is a rule where the person has not said anything', () => {
    expect(lineOf('category', { ruleCategoryId: 'gifts', categoryId: 'gifts' })).toMatchObject({
      source: 'One of your rules',
      remark: 'The bank says “Eating out”.',
    });
  });

  it('leads back to what the person took back last', () => {
    const taken = change({ field: 'name', source: 'person', before: 'Le Bistro', after: null });
    expect(lineOf('name', {}, [taken]).offer).toEqual({
      field: 'name',
      value: 'Le Bistro',
      label: 'Use yours again: Le Bistro',
    });
    const since = change({ field: 'name', source: 'person', before: null, after: 'X' });
    expect(lineOf('name', {}, [since, taken]).offer).toBeNull();
  });
});

describe('what it was before', () => {
  it('says what a posted row was while it was pending, and what a correction changed later', () => {
    const posting = change({ field: 'status', before: 'pending', after: 'posted', runId: 'run' });
    const first = change({ before: '-4210', after: '-5000', runId: 'run' });
    const later = change({ before: '-5000', after: '-5050', at: new Date('2026-03-07T02:00:00Z') });
    expect(lineOf('amount', {}, [later, posting, first]).earlier).toEqual([
      // Still the sixth where the person is.
      '−$50.00 until Fri 6 Mar',
      '−$42.10 while it was pending, until Thu 5 Mar',
    ]);
    expect(lineOf('status', {}, [later, posting, first]).earlier).toEqual(['Pending until Thu 5 Mar']);
  });

  it('says whose word it was', () => {
    const own = change({ field: 'category', source: 'person', before: 'gifts', after: 'pets' });
    const begun = change({ field: 'category', source: 'person', before: null, after: 'gifts' });
    const bank = change({ field: 'category', before: 'groceries', after: 'eating-out' });
    expect(lineOf('category', { userCategoryId: 'pets' }, [own, begun, bank]).earlier).toEqual([
      'Gifts and donations, by you, until Thu 5 Mar',
      'The bank’s until Thu 5 Mar',
      'Groceries until Thu 5 Mar',
    ]);
  });

  it('shows a note that was taken back', () => {
    const taken = change({ field: 'note', source: 'person', before: 'milk', after: null });
    expect(lineOf('note', {}, [taken])).toMatchObject({
      value: 'None',
      source: 'You',
      earlier: ['“milk”, by you, until Thu 5 Mar'],
    });
  });
});
