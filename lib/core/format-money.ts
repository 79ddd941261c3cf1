/**
 * How an amount is written: by its digits, never through a float, with a true minus, as the person has numbers.
 * "-6412 USD" is "−$64.12"; the pieces are given apart so that a screen can quieten the cents.
 */
import { exponentOf, isOfficial } from './currency';
import { formatDecimal, numberFormat, numeric } from './format-number';
import { type Money, toDecimal } from './money';
import { MASK, PLAIN, type Writing } from './writing';

export type MoneyFormat = {
  /** `auto` drops the cents of whole amounts; `never` rounds half away from zero. Default `always`. */
  cents?: 'always' | 'auto' | 'never';
  /** `always` writes a plus too; `never` writes neither. Default `auto`: a minus where it is due. */
  sign?: 'auto' | 'always' | 'never';
  /** `false` leaves the currency out, where the page has said which one it is. */
  symbol?: boolean;
};

/** The written pieces of an amount, in the order sign, before, whole, fraction, after; any may be empty. */
export type MoneyParts = { sign: string; before: string; whole: string; fraction: string; after: string };

const MINUS = '−';

/** The whole text: "−$64.12", "+$2,847.10", "¥1,200", "0.5 BTC". */
export function formatMoney(value: Money, writing: Writing, format: MoneyFormat = {}): string {
  const { sign, before, whole, fraction, after } = moneyParts(value, writing, format);
  return sign + before + whole + fraction + after;
}

/**
 * The same for a screen reader: "minus $42.10", which it says as "minus forty-two dollars and ten cents".
 * Always with its currency and always in the form of the page's language, whatever is drawn for the eye.
 */
export function speakMoney(value: Money, { hidden }: Writing, format: MoneyFormat = {}): string {
  if (hidden) return 'hidden amount';
  const { sign } = moneyParts(value, PLAIN, format);
  const word = sign === MINUS ? 'minus ' : sign === '+' ? 'plus ' : '';
  return word + formatMoney(value, PLAIN, { ...format, sign: 'never', symbol: true });
}

export function moneyParts(value: Money, writing: Writing, format: MoneyFormat = {}): MoneyParts {
  const parts = splitParts(value, writing, format);
  return writing.hidden ? { ...parts, whole: MASK, fraction: '' } : parts;
}

function splitParts(value: Money, writing: Writing, format: MoneyFormat): MoneyParts {
  const digits = toDecimal({ ...value, amount: Math.abs(value.amount) });
  const result: MoneyParts = { sign: '', before: '', whole: '', fraction: '', after: '' };
  let spacing = '';
  for (const part of formatOf(value, digits, writing, format).formatToParts(numeric(digits))) {
    if (part.type === 'currency') {
      if (result.whole === '') result.before = part.value;
      else result.after = spacing + part.value;
    } else if (part.type === 'literal') {
      spacing = part.value;
    } else if (part.type === 'decimal' || part.type === 'fraction') {
      result.fraction += part.value;
    } else {
      if (result.whole === '' && result.before !== '') result.before += spacing;
      result.whole += part.value;
    }
  }
  if (format.symbol !== false && !isOfficial(value.currency)) result.after = ` ${value.currency}`;
  // An amount that is written as zero has no sign: "−$0" says nothing.
  const isZero = !/[1-9]/.test(result.whole + result.fraction);
  result.sign = isZero ? '' : signOf(value.amount, format.sign ?? 'auto');
  return result;
}

function formatOf(value: Money, digits: string, writing: Writing, format: MoneyFormat): Intl.NumberFormat {
  const { cents = 'always', symbol = true } = format;
  const decimals = exponentOf(value.currency);
  const isWhole = /\.0+$/.test(digits);
  const most = cents === 'never' || (cents === 'auto' && isWhole) ? 0 : decimals;
  const least = Math.min(most, isOfficial(value.currency) ? decimals : 2);
  const hasSymbol = symbol && isOfficial(value.currency);
  return numberFormat(writing, {
    ...(hasSymbol ? { style: 'currency', currency: value.currency } : {}),
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
}

function signOf(amount: number, sign: 'auto' | 'always' | 'never'): string {
  if (sign === 'never' || amount === 0) return '';
  if (amount < 0) return MINUS;
  return sign === 'always' ? '+' : '';
}

/** A rough amount of so many digits for an axis: "300k", "1.5m", "−2k". Never for a figure that someone may act on. */
export function formatMoneyShort(value: Money, writing: Writing, { digits = 3 } = {}): string {
  if (writing.hidden) return MASK;
  const units = Number(toDecimal({ ...value, amount: Math.abs(value.amount) }));
  // Other languages have long words for a thousand: the letter stays English, the separators are the person's.
  const compact = numberFormat(PLAIN, { notation: 'compact', maximumSignificantDigits: digits });
  const parts = compact.formatToParts(units);
  const text = (...types: string[]) =>
    parts.flatMap((part) => (types.includes(part.type) ? [part.value] : [])).join('');
  const number = formatDecimal(text('integer', 'decimal', 'fraction'), writing);
  return signOf(value.amount, 'auto') + number + text('compact').toLowerCase();
}
