import { describe, expect, it } from 'vitest';
import { formatPercent, formatRate } from '@/lib/core/format-percent';
import { decimal } from '@/lib/core/money';
import { PLAIN } from '@/lib/core/writing';

describe('formatPercent', () => {
  it('writes a ratio with a true minus', () => {
    expect(formatPercent(0.125, PLAIN)).toBe('12.5%');
    expect(formatPercent(-0.0042, PLAIN, { digits: 2 })).toBe('−0.42%');
    expect(formatPercent(0.3, PLAIN, { sign: 'always', digits: 0 })).toBe('+30%');
    expect(formatPercent(0, PLAIN, { sign: 'always' })).toBe('0%');
  });
});

it('follows the person’s decimal sign', () => {
  const german = { ...PLAIN, numbers: 'de-DE' };
  expect(formatPercent(0.125, german)).toBe('12,5\u00a0%');
  expect(formatRate(decimal('24.990'), german)).toBe('24,99%');
});

describe('formatRate', () => {
  it('keeps the digits of the rate and drops empty ones', () => {
    expect(formatRate(decimal('24.990'), PLAIN)).toBe('24.99%');
    expect(formatRate(decimal('6'), PLAIN)).toBe('6%');
    expect(formatRate(decimal('100'), PLAIN)).toBe('100%');
  });
});
