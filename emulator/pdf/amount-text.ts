/** Figures on paper: every digit that the JSON has, and the currency beside it. */
import { exponentOf } from '@/lib/core/currency';

/** `1,234.50 USD`; a dash where the bank names no amount. */
export function amountText(amount: number | null | undefined, currency: string | null | undefined): string {
  if (amount === null || amount === undefined) return '–';
  return currency ? `${digitsText(amount, exponentOf(currency))} ${currency}` : digitsText(amount, 2);
}

/** The number in groups of three, with at least so many decimals and none lost. */
export function digitsText(amount: number, decimals: number): string {
  const size = Math.abs(amount);
  const shortest = String(size);
  // Only the very small and the very large are written with an exponent.
  const [whole = '0', fraction = ''] = (shortest.includes('e') ? size.toFixed(12) : shortest).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const kept = fraction.replace(/0+$/, '').padEnd(decimals, '0');
  return `${amount < 0 ? '-' : ''}${grouped}${kept === '' ? '' : `.${kept}`}`;
}

/** Whichever of the two codes is filled (GEN-10). */
export function currencyIn(named: {
  readonly iso_currency_code?: string | null;
  readonly unofficial_currency_code?: string | null;
}): string | null {
  return named.iso_currency_code ?? named.unofficial_currency_code ?? null;
}
