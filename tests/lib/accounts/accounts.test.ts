import { describe, expect, it } from 'vitest';
import { balanceFinding, balancePoints } from '@/lib/accounts/history';
import { groupAccounts, subtypeName } from '@/lib/accounts/kinds';
import { day } from '@/lib/core/day';
import { money } from '@/lib/core/money';
import { PLAIN } from '@/lib/core/writing';

const account = (type: string, balance: number | null, currency = 'USD') => ({
  type,
  subtype: null,
  balance,
  currency,
});

describe('accounts', () => {
  it('are grouped by kind in fixed order, an unknown type under other', () => {
    const groups = groupAccounts([account('loan', -5), account('hologram', 1), account('depository', 2)]);
    expect(groups.map(({ kind }) => kind)).toEqual(['cash', 'loans', 'other']);
  });

  it('are summed per currency; one without a balance adds nothing', () => {
    const [cash] = groupAccounts([
      account('depository', 10_00),
      account('depository', null),
      account('depository', 5_00),
      account('depository', 7_00, 'EUR'),
    ]);
    expect(cash?.totals).toEqual([money(15_00, 'USD'), money(7_00, 'EUR')]);
  });

  it('are named by their subtype, else by their kind', () => {
    expect(subtypeName({ type: 'depository', subtype: 'money market' })).toBe('Money market');
    expect(subtypeName({ type: 'depository', subtype: 'cd' })).toBe('CD');
    expect(subtypeName({ type: 'credit', subtype: null })).toBe('Card');
  });
});

describe('the balance of each day', () => {
  const known = (text: string, balance: number) => ({ day: day(text), balance, isEstimated: false });

  it('keeps a gap a gap', () => {
    const points = balancePoints([known('2026-03-01', 1), known('2026-03-02', 2), known('2026-03-05', 3)]);
    expect(points.map(({ day, value }) => [day, value])).toEqual([
      ['2026-03-01', 1],
      ['2026-03-02', 2],
      ['2026-03-03', null],
      ['2026-03-05', 3],
    ]);
  });

  it('is said in a sentence', () => {
    const points = balancePoints([known('2026-03-14', 100_00), known('2026-03-15', 80_00)]);
    expect(balanceFinding(points, 'USD', { today: day('2026-04-01'), writing: PLAIN })).toBe(
      'Balance fell by $20.00 since Sat 14 Mar',
    );
  });
});
