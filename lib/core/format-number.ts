/** How counts and exact decimals are written: "1,204", "0.333333". */
import type { Writing } from './writing';

/** Making an `Intl.NumberFormat` costs more than using it a hundred times. */
const formats = new Map<string, Intl.NumberFormat>();

/** A formatter of a person's numbers. Digits are 0 to 9 everywhere, since the page around them is English. */
export function numberFormat(
  { numbers }: Writing,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  const key = `${numbers} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(numbers, { ...options, numberingSystem: 'latn' });
  formats.set(key, made);
  return made;
}

/** "1,204" */
export function formatCount(count: number, writing: Writing): string {
  return numberFormat(writing).format(count);
}

/** Decimal text with all its digits, never through a float: "1320.441" is "1,320.441". */
export function formatDecimal(text: string, writing: Writing): string {
  const digits = text.split('.')[1]?.length ?? 0;
  const format = numberFormat(writing, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return format.format(numeric(text)).replace('-', '−');
}

/** `Intl` reads decimal text exactly; its type asks for text that is known to be a number. */
export function numeric(text: string): `${number}` {
  if (!isNumeric(text)) throw new RangeError(`"${text}" is not a decimal number.`);
  return text;
}

function isNumeric(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}
