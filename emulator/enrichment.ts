/**
 * What Plaid reads out of a bare line of a statement (ENR-1): who it was paid to, what for, how and where.
 * Lines are known by a table; of an unknown line it says nothing (ENR-3).
 */
import { type Counterparty, CounterpartyType, type Enrichments, type Location, PaymentChannel } from 'plaid';
import { day } from '@/lib/core/day';
import { bankRow } from './generate/bank-row';
import { ENRICH_MERCHANTS } from './personas/enrich-merchants';
import { built, everyMerchant, type Merchant } from './personas/merchants';
import { categoryIn, type TaxonomyVersion } from './taxonomy';
import { addressOf, categoryIconUrl, NOWHERE, reachable } from './transactions';

export type BareRow = {
  readonly description: string;
  /** Money that comes in: the payer of an income is meant only then. */
  readonly isInflow: boolean;
  /** Where it happened, as far as the caller knows. */
  readonly place: Partial<Location>;
};

export type EnrichmentOptions = {
  readonly taxonomy: TaxonomyVersion;
  /** The emulator's own address, where logos are. */
  readonly publicUrl: string;
};

type Known = { readonly words: string; readonly merchant: Merchant };

/** Too common to stand for one merchant. */
const COMMON_WORDS: ReadonlySet<string> = new Set(['UNITED', 'CHECK PAID']);

/** Longer lines say more, so they are looked for first; of equals the marketplace. */
const KNOWN: readonly Known[] = [...ENRICH_MERCHANTS.map(built), ...everyMerchant()]
  .map((merchant) => ({ words: wordsOf(merchant.line), merchant }))
  .filter(({ words }) => words.length > 2 && !COMMON_WORDS.has(words))
  .toSorted((a, b) => b.words.length - a.words.length);

/** Makers of card readers, by what they write before the name of the shop. */
const TERMINALS: readonly (readonly [start: RegExp, name: string, website: string])[] = [
  [/^SQ /, 'Square', 'squareup.com'],
  [/^TST /, 'Toast', 'toasttab.com'],
];

const ANY_DAY = day('2000-01-01');

export function enrichmentOf(row: BareRow, { taxonomy, publicUrl }: EnrichmentOptions): Enrichments {
  const merchants = merchantsIn(row);
  // A shop that delivers by a marketplace is whom one really paid.
  const main = merchants.find(({ kind }) => kind !== 'marketplace') ?? merchants[0];
  const known = main && bankRow(main, { cents: 0, date: ANY_DAY });
  const isOnline = merchants.some(({ channel }) => channel === 'online');
  const channel = isOnline ? 'online' : (main?.channel ?? 'other');
  const category = categoryIn(taxonomy, known?.category ?? null, row.description);
  return {
    check_number: /\bCHECK *#? *(\d{1,8})\b/i.exec(row.description)?.[1] ?? null,
    counterparties: [
      ...merchants.flatMap((merchant) => counterpartiesOf(merchant, publicUrl)),
      ...terminalIn(row),
    ],
    entity_id: known?.counterparties[0]?.entity_id ?? null,
    location: channel === 'in store' ? placeOf(row) : NOWHERE,
    logo_url: addressOf(known?.logoUrl ?? null, publicUrl),
    merchant_name: known?.merchantName ?? null,
    payment_channel: channel as PaymentChannel,
    phone_number: phoneNumberIn(row.description),
    personal_finance_category: category,
    personal_finance_category_icon_url: categoryIconUrl(category?.primary ?? 'OTHER'),
    website: known?.website ?? null,
  };
}

/** The marketplace and the shop behind it, or the one merchant that is named. */
function merchantsIn({ description, isInflow }: BareRow): Merchant[] {
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

function counterpartiesOf(merchant: Merchant, publicUrl: string): Counterparty[] {
  const { counterparties } = bankRow(merchant, { cents: 0, date: ANY_DAY });
  return counterparties.map((party) => ({ ...reachable(party, publicUrl), phone_number: null }));
}

function terminalIn({ description }: BareRow): Counterparty[] {
  const found = TERMINALS.find(([start]) => start.test(wordsOf(description)));
  if (!found) return [];
  const [, name, website] = found;
  return [
    {
      name,
      entity_id: null,
      type: CounterpartyType.PaymentTerminal,
      website,
      logo_url: null,
      confidence_level: 'VERY_HIGH',
      phone_number: null,
    },
  ];
}

function placeOf({ description, place }: BareRow): Location {
  const store = /#\s*0*(\d{2,6})\b/.exec(description)?.[1] ?? null;
  return { ...NOWHERE, ...place, store_number: store };
}

/** In E.164; American numbers are written without their country. */
function phoneNumberIn(description: string): string | null {
  const found = /(?:^|\D)([2-9]\d{2})[-. ](\d{3})[-. ](\d{4})(?!\d)/.exec(description);
  return found ? `+1${found[1]}${found[2]}${found[3]}` : null;
}

/** Capitals and blanks alone: numbers of stores, orders and telephones go. */
function wordsOf(line: string): string {
  return line
    .toUpperCase()
    .replace(/[^A-Z0-9&]+/g, ' ')
    .replace(/\d{2,}/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
