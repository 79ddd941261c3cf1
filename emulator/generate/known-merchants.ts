/** Merchants by what banks print of them: the table behind Enrich, and behind the rows of custom users. */
import { ENRICH_MERCHANTS } from '../personas/enrich-merchants';
import { built, everyMerchant, type Merchant } from '../personas/merchants';

type Known = { readonly words: string; readonly merchant: Merchant };

/** Too common to stand for one merchant. */
const COMMON_WORDS: ReadonlySet<string> = new Set(['UNITED', 'CHECK PAID']);

/** Longer lines say more, so they are looked for first; of equals the marketplace. */
const KNOWN: readonly Known[] = [...ENRICH_MERCHANTS.map(built), ...everyMerchant()]
  .map((merchant) => ({ words: wordsOf(merchant.line), merchant }))
  .filter(({ words }) => words.length > 2 && !COMMON_WORDS.has(words))
  .toSorted((a, b) => b.words.length - a.words.length);

/** The marketplace and the shop behind it, or the one merchant that is named; the payer of an income only for money that comes in. */
export function merchantsIn(description: string, isInflow: boolean): Merchant[] {
  const words = ` ${wordsOf(description)} `;
  const found = KNOWN.filter((known) => isNamed(known.words, words))
    .map(({ merchant }) => merchant)
    .filter(({ kind }) => isInflow || kind !== 'income_source');
  const [first] = found;
  if (first?.kind !== 'marketplace') return first ? [first] : [];
  const shop = found.find(({ kind, name }) => kind === 'merchant' && !first.name.startsWith(name));
  return shop ? [first, shop] : [first];
}

/** Short names must be whole words; banks cut the long ones off. */
function isNamed(words: string, among: string): boolean {
  return among.includes(words.length > 5 ? ` ${words}` : ` ${words} `);
}

/** A shop that delivers by a marketplace is whom one really paid. */
export function mainOf(merchants: readonly Merchant[]): Merchant | undefined {
  return merchants.find(({ kind }) => kind !== 'marketplace') ?? merchants[0];
}

/** Capitals and blanks alone: numbers of stores, orders and telephones go. */
export function wordsOf(line: string): string {
  return line
    .toUpperCase()
    .replace(/[^A-Z0-9&]+/g, ' ')
    .replace(/\d{2,}/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
