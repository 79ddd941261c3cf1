import { describe, expect, it } from 'vitest';
import { day } from '@/lib/core/day';
import { listHref } from '@/lib/transactions/address';
import { readPlace } from '@/lib/transactions/cursor';
import { filterQuery, readFilter } from '@/lib/transactions/filter';

const ACCOUNT = '0b8e7f0a-8f8b-4f6e-9c8e-0123456789ab';

describe('the filter of transactions', () => {
  it('reads what the address says, and writes the same address again', () => {
    const { filter, problems } = readFilter({
      q: ' whole foods ',
      account: ACCOUNT,
      category: 'groceries',
      month: '2026-03',
    });
    expect(problems).toEqual({});
    expect(filter).toEqual({
      text: 'whole foods',
      accountId: ACCOUNT,
      categoryId: 'groceries',
      month: '2026-03',
    });
    expect(filterQuery(filter)).toBe(`q=whole+foods&account=${ACCOUNT}&category=groceries&month=2026-03`);
  });

  it('leaves out what is empty', () => {
    const { filter, problems } = readFilter({ q: '  ', account: '', category: '', month: '' });
    expect(problems).toEqual({});
    expect(filterQuery(filter)).toBe('');
  });

  it('leaves out what cannot be used, and says so by field', () => {
    const { filter, problems } = readFilter({
      q: 'a'.repeat(101),
      account: 'mine',
      category: 'nonsense',
      month: '2026-13',
    });
    expect(filterQuery(filter)).toBe('');
    expect(Object.keys(problems)).toEqual(['q', 'account', 'category', 'month']);
  });

  it('takes no side when a name is given twice', () => {
    expect(readFilter({ month: ['2026-03', '2026-04'] })).toMatchObject({
      filter: { month: null },
      problems: { month: 'Give it once.' },
    });
  });
});

describe('a place in the list', () => {
  it('comes back from its own address', () => {
    const href = listHref({ filter: {}, after: { day: day('2026-03-14'), id: ACCOUNT } });
    const text = new URL(href, 'http://localhost').searchParams.get('after');
    expect(readPlace(text)).toEqual({ day: '2026-03-14', id: ACCOUNT });
  });

  it.each([undefined, '', '2026-03-14', '2026-02-30_x', `2026-03-14_${ACCOUNT}_more`, ['a']])(
    'is the beginning when it cannot be read: %j',
    (text) => {
      expect(readPlace(text)).toBeNull();
    },
  );
});
