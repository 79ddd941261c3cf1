import { describe, expect, it } from 'vitest';
import { formatPercent, formatRate } from '@/lib/core/format-percent';
import { decimal } from '@/lib/core/money';

describe('formatPercent', () => {
  it('writes a ratio with a true minus', () => {
    expect(formatPercent(0.125)).toBe('12.5%');
    expect(formatPercent(-0.0042, { digits: 2 })).toBe('−0.42%');
    expect(formatPercent(0.3, { sign: 'always', digits: 0 })).toBe('+30%');
    expect(formatPercent(0, { sign: 'always' })).toBe('0%');
  });
});

describe('formatRate', () => {
  it('keeps the digits of the rate and drops empty ones', () => {
    expect(formatRate(decimal('24.990'))).toBe('24.99%');
    expect(formatRate(decimal('6'))).toBe('6%');
    expect(formatRate(decimal('100'))).toBe('100%');
  });
});
