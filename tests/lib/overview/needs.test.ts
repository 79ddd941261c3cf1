import { describe, expect, test } from 'vitest';
import { day } from '@/lib/core/day';
import { cashAtHand, coverage } from '@/lib/overview/coverage';
import { needsOf } from '@/lib/overview/needs';

const bank = (name: string, state: string) => ({
  itemId: name,
  state,
  sentence: `${name} needs you.`,
  detail: '',
  action: 'Reconnect',
});

describe('what needs a person', () => {
  test('is late payments, then broken connections, then those that will break', () => {
    const needs = needsOf(
      [bank('Soon Bank', 'repair-soon'), bank('Fine Bank', 'healthy'), bank('Harbor Bank', 'needs-repair')],
      [{ accountId: 'card', name: 'Sapphire card' }],
    );
    expect(needs.map(({ title }) => title)).toEqual([
      'A payment on Sapphire card is overdue.',
      'Harbor Bank needs you.',
      'Soon Bank needs you.',
    ]);
  });

  test('is three things at most, the last of which says how many more', () => {
    const needs = needsOf(
      ['A', 'B', 'C', 'D'].map((name) => bank(name, 'revoked')),
      [],
    );
    expect(needs.map(({ title }) => title)).toEqual([
      'A needs you.',
      'B needs you.',
      '2 more connections or payments need you.',
    ]);
  });
});

describe('coverage', () => {
  const coming = (date: string, amount: number | null, currency = 'USD') => ({
    day: day(date),
    amount,
    currency,
  });

  test('follows the cash to its lowest point, bills before pay on the same day', () => {
    const list = [
      coming('2026-03-12', 2000_00),
      coming('2026-03-11', -600_00),
      coming('2026-03-12', -300_00),
      coming('2026-03-20', -500_00),
      coming('2026-03-12', -5000_00, 'EUR'),
      coming('2026-03-12', null),
    ];
    expect(coverage(1000_00, list, 'USD')).toEqual({ lowest: 100_00, day: '2026-03-12', isCovered: true });
    expect(coverage(800_00, list, 'USD')).toEqual({ lowest: -100_00, day: '2026-03-12', isCovered: false });
    expect(coverage(800_00, [coming('2026-03-12', 1)], 'USD')).toBeNull();
  });

  test('counts checking accounts, or all cash where none is called checking', () => {
    const account = (subtype: string | null, balance: number | null, type = 'depository') => ({
      type,
      subtype,
      balance,
      currency: 'USD',
    });
    expect(cashAtHand([account('checking', 100), account('savings', 900)], 'USD')).toBe(100);
    expect(cashAtHand([account('savings', 900), account(null, null)], 'USD')).toBe(900);
    expect(cashAtHand([account('credit card', -5, 'credit')], 'USD')).toBeNull();
  });
});
