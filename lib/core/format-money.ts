/**
 * How an amount is written: by its digits, never through a float, with a true minus.
 * "-6412 USD" is "−$64.12"; the pieces are given apart so that a screen can quieten the cents.
 */
import { exponentOf, isOfficial } from './currency';
import { type Money, toDecimal } from './money';

export type MoneyFormat = {
  /** BCP 47 tag of the person's number form. Default `en-US`. */
  locale?: string;
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
export function formatMoney(value: Money, format: MoneyFormat = {}): string {
  const { sign, before, whole, fraction, after } = moneyParts(value, format);
  return sign + before + whole + fraction + after;
}

/** The same for a screen reader, which may pass over a sign: "minus $64.12". */
export function speakMoney(value: Money, format: MoneyFormat = {}): string {
  const { sign } = moneyParts(value, format);
  const word = sign === MINUS ? 'minus ' : sign === '+' ? 'plus ' : '';
  return word + formatMoney(value, { ...format, sign: 'never' });
}

export function moneyParts(value: Money, format: MoneyFormat = {}): MoneyParts {
  const digits = toDecimal({ ...value, amount: Math.abs(value.amount) });
  const result: MoneyParts = { sign: '', before: '', whole: '', fraction: '', after: '' };
  let spacing = '';
  for (const part of numberFormat(value, digits, format).formatToParts(numeric(digits))) {
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

/** Making an `Intl.NumberFormat` costs more than using it a hundred times. */
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(value: Money, digits: string, format: MoneyFormat): Intl.NumberFormat {
  const { locale = 'en-US', cents = 'always', symbol = true } = format;
  const decimals = exponentOf(value.currency);
  const isWhole = /\.0+$/.test(digits);
  const most = cents === 'never' || (cents === 'auto' && isWhole) ? 0 : decimals;
  const least = Math.min(most, isOfficial(value.currency) ? decimals : 2);
  const currency = symbol && isOfficial(value.currency) ? value.currency : '';
  const key = `${locale} ${currency} ${least} ${most}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    ...(currency === '' ? {} : { style: 'currency', currency }),
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
  formats.set(key, made);
  return made;
}

function signOf(amount: number, sign: 'auto' | 'always' | 'never'): string {
  if (sign === 'never' || amount === 0) return '';
  if (amount < 0) return MINUS;
  return sign === 'always' ? '+' : '';
}

/** `Intl` reads decimal text exactly; its type asks for text that is known to be a number. */
function numeric(text: string): `${number}` {
  if (!isNumeric(text)) throw new RangeError(`"${text}" is not a decimal number.`);
  return text;
}

function isNumeric(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** A rough amount of so many digits for an axis: "300k", "1.5m", "−2k". Never for a figure that someone may act on. */
export function formatMoneyShort(value: Money, { digits = 3, locale = 'en-US' } = {}): string {
  const units = Number(toDecimal({ ...value, amount: Math.abs(value.amount) }));
  const format = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: digits });
  return signOf(value.amount, 'auto') + format.format(units).replace(/[KMB]$/, (unit) => unit.toLowerCase());
}
