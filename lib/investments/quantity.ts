/** How a quantity is said: shares as they are, options in contracts, at most six digits after the point. */
import Big from 'big.js';
import type { Decimal } from '@/lib/core/money';

/** Plaid counts an option in shares: a contract is a hundred (INV-6). */
const SHARES_PER_CONTRACT = 100;

export function quantityInWords(quantity: Decimal, type: string): string {
  if (type !== 'derivative') return grouped(new Big(quantity).round(6).toFixed());
  const contracts = new Big(quantity).div(SHARES_PER_CONTRACT);
  return `${grouped(contracts.round(6).toFixed())} ${contracts.eq(1) ? 'contract' : 'contracts'}`;
}

/** A unit price keeps two digits, and more only where a cheap or thinly divided thing needs them. */
export function priceDigits(price: Decimal): string {
  const value = new Big(price);
  return grouped(value.abs().lt(1) ? trimmed(value.toFixed(6), 2) : value.toFixed(2));
}

function grouped(text: string): string {
  const [whole = '0', fraction] = text.replace('-', '').split('.');
  const sign = text.startsWith('-') ? '−' : '';
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${thousands}${fraction === undefined ? '' : `.${fraction}`}`;
}

function trimmed(text: string, least: number): string {
  const [whole, fraction = ''] = text.split('.');
  return `${whole}.${fraction.replace(/0+$/, '').padEnd(least, '0')}`;
}
