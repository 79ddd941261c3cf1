/** What can be held: a listed security or an option on one, with its price of every day and its splits. */
import { type Security, YieldRateType } from 'plaid';
import { type Day, day, weekday } from '@/lib/core/day';
import { listed, type ListedSecurity, type Ticker } from '../personas/listed-securities';
import type { HeldOption } from '../personas/persona';
import { marketDay } from './calendar';
import { walk } from './prices';
import { type SecurityFacts, securityOf } from './security';
import { idFor } from './seeded';

export type Instrument = {
  /** Names it within a portfolio, and gives it its id over all of them (INV-7). */
  readonly symbol: string;
  readonly securityId: string;
  readonly name: string;
  readonly priceOn: (on: Day) => number;
  /** The day that the price of a day is of. */
  readonly pricedOn: (on: Day) => Day;
  /** How many there are on that day for each there was the day before: 1 on all but a few. */
  readonly splitOn: (on: Day) => number;
  /** What the wire says beside the price. */
  readonly facts: Omit<SecurityFacts, 'security_id' | 'currency' | 'close_price'>;
  readonly listing: ListedSecurity | null;
  readonly option: { readonly held: HeldOption; readonly boughtOn: Day; readonly expiresOn: Day } | null;
};

/** Dollars are all that anything here is traded in. */
const CURRENCY = 'USD';

export function listedInstrument(ticker: Ticker, until: Day): Instrument {
  const listing = listed(ticker);
  const walked = walk(listing, until);
  const unit = 10 ** listing.digits;
  return {
    symbol: ticker,
    securityId: securityIdFor(ticker),
    name: listing.name,
    priceOn: listing.splits ? (on) => Math.round((walked(on) / 2 ** splitsBy(on)) * unit) / unit : walked,
    pricedOn: listing.always ? (on) => on : marketDay,
    splitOn: (on) => (listing.splits && isSplitDay(on) ? 2 : 1),
    facts: factsOf(ticker, listing),
    listing,
    option: null,
  };
}

export function securityIdFor(symbol: string): string {
  return idFor(37, 'security', symbol, CURRENCY);
}

/** The instrument as the wire shows it on a day (INV-5); CUSIP and ISIN need a licence that nobody here has. */
export function securityOn({ securityId, facts, priceOn, pricedOn }: Instrument, on: Day): Security {
  const close = { close_price: priceOn(on), close_price_as_of: pricedOn(on) };
  const isCrypto = facts.type === 'cryptocurrency';
  const updated = isCrypto ? { update_datetime: `${on}T00:00:00Z` } : {};
  return securityOf({ ...facts, ...close, ...updated, security_id: securityId, currency: CURRENCY });
}

function factsOf(ticker: Ticker, listing: ListedSecurity): Instrument['facts'] {
  const { name, type, subtype, sector = null, industry = null, market = null, bond, pays } = listing;
  return {
    name,
    // A bond is known by its CUSIP alone.
    ticker_symbol: bond ? null : ticker,
    type,
    subtype,
    sector,
    industry,
    market_identifier_code: market,
    ...(bond && {
      fixed_income: {
        face_value: bond.faceValue,
        issue_date: bond.issuedOn,
        maturity_date: bond.maturesOn,
        yield_rate: { percentage: pays, type: YieldRateType.Coupon },
      },
    }),
  };
}

function isSplitDay(on: Day): boolean {
  const [year, month, date] = on.split('-').map(Number);
  const isInSecondWeek = (date ?? 0) >= 8 && (date ?? 0) <= 14;
  return (year ?? 0) % 2 === 1 && month === 6 && isInSecondWeek && weekday(on) === 1;
}

/** How often it has split since prices are known. */
function splitsBy(on: Day): number {
  const year = Number(on.slice(0, 4));
  const before = Math.max(0, Math.ceil((year - FIRST_YEAR) / 2));
  const isOdd = year % 2 === 1;
  return before + (isOdd && year >= FIRST_YEAR && on >= splitDayOf(year) ? 1 : 0);
}

const FIRST_YEAR = 2021;

function splitDayOf(year: number): Day {
  const dates = [8, 9, 10, 11, 12, 13, 14].map((date) => day(`${year}-06-${String(date).padStart(2, '0')}`));
  return dates.find(isSplitDay) ?? day(`${year}-06-08`);
}
