/** What the emulator's people invest in. Prices are a walk of our own and no market's. */
import type { Quote } from '../generate/prices';

export type ListedSecurity = Omit<Quote, 'ticker'> & {
  readonly name: string;
  readonly type: 'etf' | 'equity' | 'mutual fund' | 'cryptocurrency';
  /** Percent a year paid out, in quarters. */
  readonly pays: number;
  readonly sector?: string;
  readonly industry?: string;
};

const TABLE = {
  VTI: {
    name: 'Vanguard Total Stock Market ETF',
    type: 'etf',
    from: 196,
    drift: 7,
    swing: 1.3,
    digits: 2,
    pays: 1.4,
  },
  VXUS: {
    name: 'Vanguard Total International Stock ETF',
    type: 'etf',
    from: 60,
    drift: 4,
    swing: 1.3,
    digits: 2,
    pays: 2.9,
  },
  BND: {
    name: 'Vanguard Total Bond Market ETF',
    type: 'etf',
    from: 76,
    drift: 0.5,
    swing: 0.45,
    digits: 2,
    pays: 3.2,
  },
  AAPL: {
    name: 'Apple Inc.',
    type: 'equity',
    from: 128,
    drift: 9,
    swing: 2.2,
    digits: 2,
    pays: 0.5,
    sector: 'Electronic Technology',
    industry: 'Telecommunications Equipment',
  },
  COST: {
    name: 'Costco Wholesale Corporation',
    type: 'equity',
    from: 372,
    drift: 9,
    swing: 1.8,
    digits: 2,
    pays: 0.6,
    sector: 'Retail Trade',
    industry: 'Specialty Stores',
  },
  DBLTX: {
    name: 'DoubleLine Total Return Bond Fund',
    type: 'mutual fund',
    from: 10.4,
    drift: 0,
    swing: 0.4,
    digits: 2,
    pays: 4,
  },
  NHX105509: {
    name: 'NH Portfolio 1055 (Fidelity Index)',
    type: 'mutual fund',
    from: 13.2,
    drift: 4,
    swing: 0.9,
    digits: 2,
    pays: 0,
  },
  MIPTX: {
    name: 'Matthews Pacific Tiger Fund Insti Class',
    type: 'mutual fund',
    from: 26,
    drift: 1,
    swing: 1,
    digits: 2,
    pays: 0,
  },
  BTC: {
    name: 'Bitcoin',
    type: 'cryptocurrency',
    from: 29_400,
    drift: 14,
    swing: 4,
    digits: 2,
    pays: 0,
    always: true,
  },
} as const satisfies Record<string, ListedSecurity>;

export type Ticker = keyof typeof TABLE;

export const TICKERS: readonly Ticker[] = [
  'VTI',
  'VXUS',
  'BND',
  'AAPL',
  'COST',
  'DBLTX',
  'NHX105509',
  'MIPTX',
  'BTC',
];

export function listed(ticker: Ticker): ListedSecurity & Quote {
  return { ticker, ...TABLE[ticker] };
}
