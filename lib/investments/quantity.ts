/** How a quantity is said: shares as they are, options in contracts, at most six digits after the point. */
import Big from 'big.js';
import { formatDecimal } from '@/lib/core/format-number';
import type { Decimal } from '@/lib/core/money';
import { MASK, type Writing } from '@/lib/core/writing';

/** Plaid counts an option in shares: a contract is a hundred (INV-6). */
const SHARES_PER_CONTRACT = 100;

/** Masked with the amounts: times a price that anyone can look up, it is one. */
export function quantityInWords(quantity: Decimal, type: string, writing: Writing): string {
  const isOption = type === 'derivative';
  const count = isOption ? new Big(quantity).div(SHARES_PER_CONTRACT) : new Big(quantity);
  const text = writing.hidden ? MASK : formatDecimal(count.round(6).toFixed(), writing);
  if (!isOption) return text;
  return `${text} ${count.eq(1) && !writing.hidden ? 'contract' : 'contracts'}`;
}

/** A unit price keeps two digits, and more only where a cheap or thinly divided thing needs them. */
export function priceDigits(price: Decimal, writing: Writing): string {
  if (writing.hidden) return MASK;
  const value = new Big(price);
  return formatDecimal(value.abs().lt(1) ? trimmed(value.toFixed(6), 2) : value.toFixed(2), writing);
}

function trimmed(text: string, least: number): string {
  const [whole, fraction = ''] = text.split('.');
  return `${whole}.${fraction.replace(/0+$/, '').padEnd(least, '0')}`;
}
