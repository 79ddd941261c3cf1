/**
 * What Plaid reads out of a bare line of a statement (ENR-1): who it was paid to, what for, how and where.
 * Lines are known by a table; of an unknown line it says nothing (ENR-3).
 */
import { type Counterparty, CounterpartyType, type Enrichments, type Location, PaymentChannel } from 'plaid';
import { day } from '@/lib/core/day';
import { categoryIn, type TaxonomyVersion } from '../categories/taxonomy';
import { bankRow } from '../generate/bank-row';
import { mainOf, merchantsIn, wordsOf } from '../generate/known-merchants';
import type { Merchant } from '../personas/merchants';
import { addressOf, categoryIconUrl, NOWHERE, reachable } from './transactions';

type BareRow = {
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

/** Makers of card readers, by what they write before the name of the shop. */
const TERMINALS: readonly (readonly [start: RegExp, name: string, website: string])[] = [
  [/^SQ /, 'Square', 'squareup.com'],
  [/^TST /, 'Toast', 'toasttab.com'],
];

const ANY_DAY = day('2000-01-01');

export function enrichmentOf(row: BareRow, { taxonomy, publicUrl }: EnrichmentOptions): Enrichments {
  const merchants = merchantsIn(row.description, row.isInflow);
  const main = mainOf(merchants);
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
