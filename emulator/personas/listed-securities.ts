/** What the emulator's people invest in. Prices are a walk of our own and no market's. */
import { type Day, day } from '@/lib/core/day';
import type { Quote } from '../generate/prices';

export type ListedSecurity = Omit<Quote, 'ticker'> & {
  readonly name: string;
  readonly type: 'etf' | 'equity' | 'mutual fund' | 'cryptocurrency' | 'fixed income';
  readonly subtype: 'etf' | 'common stock' | 'mutual fund' | 'cryptocurrency' | 'bond';
  /** Percent a year paid out: of the price in quarters, a bond's of its face value in halves. */
  readonly pays: number;
  readonly sector?: string;
  readonly industry?: string;
  /** Market identifier code of its exchange (ISO 10383). */
  readonly market?: string;
  /** Two new shares for one on the second Monday of June of odd years. */
  readonly splits?: boolean;
  readonly bond?: { readonly issuedOn: Day; readonly maturesOn: Day; readonly faceValue: number };
};

const TABLE = {
  VTI: {
    name: 'Vanguard Total Stock Market ETF',
    type: 'etf',
    subtype: 'etf',
    from: 196,
    drift: 7,
    swing: 1.3,
    digits: 2,
    pays: 1.4,
    market: 'ARCX',
  },
  VXUS: {
    name: 'Vanguard Total International Stock ETF',
    type: 'etf',
    subtype: 'etf',
    from: 60,
    drift: 4,
    swing: 1.3,
    digits: 2,
    pays: 2.9,
    market: 'XNAS',
  },
  BND: {
    name: 'Vanguard Total Bond Market ETF',
    type: 'etf',
    subtype: 'etf',
    from: 76,
    drift: 0.5,
    swing: 0.45,
    digits: 2,
    pays: 3.2,
    market: 'XNAS',
  },
  AAPL: {
    name: 'Apple Inc.',
    type: 'equity',
    subtype: 'common stock',
    from: 128,
    drift: 9,
    swing: 2.2,
    digits: 2,
    pays: 0.5,
    sector: 'Electronic Technology',
    industry: 'Telecommunications Equipment',
    market: 'XNAS',
  },
  COST: {
    name: 'Costco Wholesale Corporation',
    type: 'equity',
    subtype: 'common stock',
    from: 372,
    drift: 9,
    swing: 1.8,
    digits: 2,
    pays: 0.6,
    sector: 'Retail Trade',
    industry: 'Specialty Stores',
    market: 'XNAS',
  },
  NVDA: {
    name: 'NVIDIA Corporation',
    type: 'equity',
    subtype: 'common stock',
    from: 96,
    // Twice as much in two years, and then it splits.
    drift: 34.66,
    swing: 3,
    digits: 2,
    pays: 0.03,
    sector: 'Electronic Technology',
    industry: 'Semiconductors',
    market: 'XNAS',
    splits: true,
  },
  UST49: {
    name: 'United States Treasury Bond 3.125% 11/15/2049',
    type: 'fixed income',
    subtype: 'bond',
    from: 92,
    drift: 0.2,
    swing: 0.5,
    digits: 3,
    pays: 3.125,
    bond: { issuedOn: day('2019-11-15'), maturesOn: day('2049-11-15'), faceValue: 100 },
  },
  DBLTX: {
    name: 'DoubleLine Total Return Bond Fund',
    type: 'mutual fund',
    subtype: 'mutual fund',
    from: 10.4,
    drift: 0,
    swing: 0.4,
    digits: 2,
    pays: 4,
  },
  NHX105509: {
    name: 'NH Portfolio 1055 (Fidelity Index)',
    type: 'mutual fund',
    subtype: 'mutual fund',
    from: 13.2,
    drift: 2,
    swing: 0.9,
    digits: 2,
    pays: 0,
  },
  MIPTX: {
    name: 'Matthews Pacific Tiger Fund Insti Class',
    type: 'mutual fund',
    subtype: 'mutual fund',
    from: 26,
    drift: 1,
    swing: 1,
    digits: 2,
    pays: 1.2,
  },
  BTC: {
    name: 'Bitcoin',
    type: 'cryptocurrency',
    subtype: 'cryptocurrency',
    from: 29_400,
    drift: 14,
    swing: 4,
    digits: 2,
    pays: 0,
    always: true,
  },
} as const satisfies Record<string, ListedSecurity>;

export type Ticker = keyof typeof TABLE;

export const TICKERS = Object.keys(TABLE) as readonly Ticker[];

export function listed(ticker: Ticker): ListedSecurity & Quote {
  return { ticker, ...TABLE[ticker] };
}
