/**
 * Money: an integer count of a currency's minor units, plus that currency.
 * Ours, everywhere behind `lib/plaid`: positive adds to net worth, negative takes away.
 */
import Big from 'big.js';
import { exponentOf } from './currency';

export type Money = { readonly amount: number; readonly currency: string };

/** An exact decimal as text, for quantities, unit prices and rates, which are not money. */
export type Decimal = string & { readonly __brand: 'Decimal' };

export class MoneyError extends Error {
  override name = 'MoneyError';
}

export function money(amount: number, currency: string): Money {
  return { amount: safe(amount), currency };
}

export function add(a: Money, b: Money): Money {
  if (a.currency !== b.currency) {
    throw new MoneyError(`Cannot add ${a.currency} to ${b.currency}: a total never mixes currencies.`);
  }
  return money(a.amount + b.amount, a.currency);
}

export function negate(a: Money): Money {
  return money(a.amount === 0 ? 0 : -a.amount, a.currency);
}

/** One total per currency, largest absolute amount first; never a sum across currencies (GEN-10). */
export function totals(values: Iterable<Money>): Money[] {
  const byCurrency = new Map<string, number>();
  for (const { amount, currency } of values) {
    byCurrency.set(currency, safe((byCurrency.get(currency) ?? 0) + amount));
  }
  return [...byCurrency]
    .map(([currency, amount]) => money(amount, currency))
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || a.currency.localeCompare(b.currency));
}

/**
 * Minor units of a decimal text ("12.345", "-0.1", "1e-8"), rounded half to even.
 * `exact` is false when digits finer than the currency's exponent were rounded away.
 */
export function fromDecimal(text: string, currency: string): { amount: number; exact: boolean } {
  const shifted = parseBig(text).times(new Big(10).pow(exponentOf(currency)));
  const rounded = shifted.round(0, Big.roundHalfEven);
  return { amount: safe(Number(rounded.toFixed(0))), exact: rounded.eq(shifted) };
}

/** The same amount as a plain decimal text with the currency's full digits: 1250 USD is "12.50". */
export function toDecimal({ amount, currency }: Money): string {
  const exponent = exponentOf(currency);
  return new Big(amount).div(new Big(10).pow(exponent)).toFixed(exponent);
}

/** Shares `total` by integer weights so that the parts always sum to the whole; early parts get the odd units. */
export function allocate(total: Money, weights: readonly number[]): Money[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum <= 0 || weights.some((weight) => weight < 0)) {
    throw new MoneyError('Weights must not be negative and must add up to more than zero.');
  }
  const parts = weights.map((weight) =>
    Math.trunc(Number((BigInt(total.amount) * BigInt(weight)) / BigInt(sum))),
  );
  let rest = total.amount - parts.reduce((a, b) => a + b, 0);
  const step = Math.sign(rest);
  return parts.map((part, index) => {
    const extra = rest !== 0 && (weights[index] ?? 0) > 0 ? step : 0;
    rest -= extra;
    return money(part + extra, total.currency);
  });
}

/** Reads an exact decimal; throws `MoneyError` on anything that is not a finite number. */
export function decimal(text: string | number): Decimal {
  return parseBig(String(text)).toFixed() as Decimal;
}

/** Money from a unit price times a quantity, rounded half to even to the currency's minor unit. */
export function priceTimes(price: Decimal, quantity: Decimal, currency: string): Money {
  return money(fromDecimal(new Big(price).times(quantity).toFixed(), currency).amount, currency);
}

function parseBig(text: string): Big {
  try {
    return new Big(text.trim());
  } catch {
    throw new MoneyError(`"${text}" is not a decimal number.`);
  }
}

function safe(amount: number): number {
  if (!Number.isSafeInteger(amount)) {
    throw new MoneyError(`${amount} is not an exact count of minor units.`);
  }
  return amount;
}
