/** How shares and rates are written, with a true minus: "12.5%", "+0.8%", "24.99%". */
import { formatDecimal, numberFormat } from './format-number';
import type { Decimal } from './money';
import type { Writing } from './writing';

export type PercentFormat = { digits?: number; sign?: 'auto' | 'always' };

/** A ratio as a percentage: 0.125 is "12.5%". Zero is never signed. */
export function formatPercent(
  ratio: number,
  writing: Writing,
  { digits = 1, sign = 'auto' }: PercentFormat = {},
): string {
  const format = numberFormat(writing, {
    style: 'percent',
    maximumFractionDigits: digits,
    signDisplay: sign === 'always' ? 'exceptZero' : 'negative',
  });
  return format.format(ratio).replace('-', '−');
}

/** A yearly rate that is already in percent, all its digits kept: "24.990" is "24.99%". */
export function formatRate(percent: Decimal, writing: Writing): string {
  const text = percent.includes('.') ? percent.replace(/\.?0+$/, '') : percent;
  return `${formatDecimal(text, writing)}%`;
}
