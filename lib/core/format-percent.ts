/** How shares and rates are written, with a true minus: "12.5%", "+0.8%", "24.99%". */
import type { Decimal } from './money';

export type PercentFormat = { locale?: string; digits?: number; sign?: 'auto' | 'always' };

/** A ratio as a percentage: 0.125 is "12.5%". Zero is never signed. */
export function formatPercent(
  ratio: number,
  { locale = 'en-US', digits = 1, sign = 'auto' }: PercentFormat = {},
): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: digits,
    signDisplay: sign === 'always' ? 'exceptZero' : 'negative',
  });
  return format.format(ratio).replace('-', '−');
}

/** A yearly rate that is already in percent, all its digits kept: "24.990" is "24.99%". */
export function formatRate(percent: Decimal): string {
  const text = percent.includes('.') ? percent.replace(/\.?0+$/, '') : percent;
  return `${text.replace('-', '−')}%`;
}
