/** From Plaid's numbers to exact ones. The sign flips here, once, and nowhere else (FLD-1). */
import 'server-only';
import { decimal, type Decimal, fromDecimal, MoneyError } from '@/lib/core/money';
import { type Day, isDay } from '@/lib/core/day';

type CurrencyCodes = { iso_currency_code: string | null; unofficial_currency_code: string | null };

/** Exactly one of the two is set (GEN-10); where a bank gives neither, the fallback holds. */
export function currencyOf(codes: CurrencyCodes, fallback = 'USD'): string {
  return codes.iso_currency_code ?? codes.unofficial_currency_code ?? fallback;
}

/** Minor units as Plaid signs them, from the number's shortest decimal text (GEN-9). */
export function minorOf(value: number, currency: string): number {
  return fromDecimal(String(value), currency).amount;
}

/** Null also for a number beyond exact counting: it costs the field, never the account (GEN-7). */
export function minorOrNull(value: number | null | undefined, currency: string): number | null {
  if (value === null || value === undefined) return null;
  try {
    return minorOf(value, currency);
  } catch (error) {
    if (error instanceof MoneyError) return null;
    throw error;
  }
}

/** A row that cannot be read, as one with an amount beyond exact counting, must not hold up all the others: null (GEN-7). */
export function readable<T>(map: () => T): T | null {
  try {
    return map();
  } catch (error) {
    if (error instanceof MoneyError || error instanceof RangeError) return null;
    throw error;
  }
}

/** Ours for a movement of money: Plaid's plus leaves the account, ours adds to it. */
export function flipped(value: number, currency: string): number {
  const amount = minorOf(value, currency);
  return amount === 0 ? 0 : -amount;
}

/** The text of an amount that is finer than the currency's minor unit; undefined where nothing was rounded. */
export function finerText(value: number, currency: string): string | undefined {
  return fromDecimal(String(value), currency).exact ? undefined : String(value);
}

export function decimalOrNull(value: number | null | undefined): Decimal | null {
  return value === null || value === undefined ? null : decimal(value);
}

/** A calendar day, or null for anything that is not one: a bank's odd date costs a field, never a row (GEN-7). */
export function dayOrNull(text: string | null | undefined): Day | null {
  const head = text?.slice(0, 10) ?? '';
  return isDay(head) ? head : null;
}
