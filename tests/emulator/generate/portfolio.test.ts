import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveHousehold, loginAt } from '@/emulator/generate/household';
import type { Login, LoginAccount, LoginInvestmentTransaction } from '@/emulator/login';
import { type Ticker, TICKERS } from '@/emulator/personas/listed-securities';
import type { HeldOption, Persona, Portfolio } from '@/emulator/personas/persona';
import { addDays, type Day, day } from '@/lib/core/day';
import { accountIn } from './an-opened-login';

const BANK = 'ins_109511';

const shares = fc.constantFrom<Ticker[]>(...TICKERS);
const options: fc.Arbitrary<HeldOption> = fc.record({
  on: fc.constantFrom<Ticker[]>('VTI', 'AAPL', 'COST'),
  kind: fc.constantFrom('call', 'put'),
  contracts: fc.integer({ min: 1, max: 4 }),
  boughtMonthsAgo: fc.integer({ min: 0, max: 18 }),
  expiresMonthsAgo: fc.integer({ min: -10, max: 10 }),
  strike: fc.integer({ min: 80, max: 120 }),
});

const portfolio: fc.Arbitrary<Portfolio> = fc
  .record({
    monthsAgo: fc.integer({ min: 3, max: 24 }),
    cash: fc.double({ min: 0, max: 60_000, noNaN: true }),
    positions: fc.dictionary(shares, fc.double({ min: 0.0001, max: 900, noNaN: true }), { maxKeys: 6 }),
    buys: fc.dictionary(shares, fc.integer({ min: 1, max: 30 }), { maxKeys: 3 }),
    sells: fc.dictionary(shares, fc.integer({ min: 1, max: 60 }), { maxKeys: 2 }),
    gift: fc.integer({ min: 50, max: 3000 }),
    living: fc.integer({ min: 0, max: 4000 }),
    options: fc.array(options, { maxLength: 3 }),
    reinvests: fc.uniqueArray(shares, { maxLength: 4 }),
    cashYield: fc.double({ min: 0, max: 5, noNaN: true }),
    feePerQuarter: fc.integer({ min: 0, max: 40 }),
    percent: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ monthsAgo, cash, positions, buys, sells, gift, living, percent, ...rest }) => ({
    ...rest,
    account: 'broker',
    opened: { monthsAgo, cash, positions },
    contribution: { amount: gift, on: 6, from: 'bank', out: 'toBrokerage', buys },
    withdrawal: { amount: living, on: 20, to: 'bank', in: 'interestEarned', sells },
    sells: [{ monthsAgo: 2, ticker: 'COST', percent }],
  }));

const linkDays = fc.integer({ min: 0, max: 2500 }).map((days) => addDays(day('2023-06-01'), days));

describe('any portfolio, linked on any day', () => {
  it('holds what its transactions add up to, at the prices of its securities', () => {
    fc.assert(
      fc.property(portfolio, linkDays, (held, linkedOn) => {
        const login = loginAt(liveHousehold(investorWith(held), linkedOn), BANK, 'investor');
        const account = accountIn(login, 'broker');
        for (const days of [-700, -400, -90, -1, 0, 45, 200, 365]) {
          const on = addDays(linkedOn, days);
          expect(heldUnits(account, on)).toEqual(tradedUnits(account, on));
          expectConsistent(login, account, on);
        }
        for (const trade of account.investmentTransactions) expectItsOwnSum(trade);
      }),
      { numRuns: 40 },
    );
  });

  it('never spends cash that is not there', () => {
    fc.assert(
      fc.property(portfolio, linkDays, (held, linkedOn) => {
        const account = accountIn(loginAt(liveHousehold(investorWith(held), linkedOn), BANK, 'i'), 'broker');
        let cash = 0;
        for (const { amount } of account.investmentTransactions) {
          cash -= amount;
          expect(cash).toBeGreaterThan(-0.001);
        }
      }),
      { numRuns: 20 },
    );
  });
});

/** One who has a bank account, and the portfolio in question. */
function investorWith(held: Portfolio): Persona {
  const account = { institution: BANK, officialName: null, opening: 50_000 };
  return {
    seed: 'investor',
    names: ['Ida Investor'],
    emails: [],
    phones: [],
    street: '1 Main St',
    city: { city: 'Boston', region: 'MA', postalCode: '02108', country: 'US' },
    accounts: [
      { ...account, key: 'bank', name: 'Bank', mask: '1111', type: 'depository', subtype: 'checking' },
      { ...account, key: 'broker', name: 'Broker', mask: '2222', type: 'investment', subtype: 'ira' },
    ],
    paychecks: [],
    bills: [],
    habits: [],
    trips: [],
    transfers: [],
    savings: [],
    cards: [],
    loans: [],
    portfolios: [held],
  };
}

/** Balance, values and prices of a day agree with each other. */
function expectConsistent(login: Login, account: LoginAccount, on: Day): void {
  const closes = new Map(login.securitiesOn(on).map((one) => [one.security_id, one]));
  const holdings = account.holdingsOn(on);
  for (const {
    security_id,
    quantity,
    institution_price,
    institution_value,
    institution_price_as_of,
  } of holdings) {
    const security = closes.get(security_id);
    expect(institution_price).toBe(security?.close_price);
    if (security?.type !== 'cash') expect(institution_price_as_of).toBe(security?.close_price_as_of);
    expect(Math.abs(institution_value - quantity * institution_price)).toBeLessThan(0.0051);
  }
  const worth = holdings.reduce((sum, { institution_value }) => sum + institution_value, 0);
  expect(account.balancesOn(on).current).toBeCloseTo(worth, 3);
}

/** A trade's amount is its quantity times its price, and its fees on top: they take from what is received. */
function expectItsOwnSum({ type, amount, quantity, price, fees }: LoginInvestmentTransaction): void {
  if (type === 'transfer') expect(amount).toBe(0);
  if (type === 'fee') expect(amount).toBe(fees);
  if (type !== 'buy' && type !== 'sell') return;
  expect(Math.abs(amount - quantity * price - (fees ?? 0))).toBeLessThan(0.0051);
  expect(Math.sign(quantity)).toBe(type === 'buy' ? 1 : -1);
}

function heldUnits({ holdingsOn }: LoginAccount, on: Day): Record<string, number> {
  const held = holdingsOn(on).map(
    ({ security_id, quantity }) => [security_id, Math.round(quantity * 1e8)] as const,
  );
  return Object.fromEntries(held.toSorted(byId));
}

/** Told from the transactions alone: units by security, and cash by what every one of them moves. */
function tradedUnits(account: LoginAccount, on: Day): Record<string, number> {
  const cash = account.investmentTransactions.find(({ subtype }) => subtype === 'deposit')?.security_id ?? '';
  const units = new Map<string, number>();
  const add = (id: string, by: number) => units.set(id, (units.get(id) ?? 0) + Math.round(by * 1e8));
  for (const { date, security_id, quantity, amount } of account.investmentTransactions) {
    if (date > on) continue;
    if (security_id !== null && security_id !== cash && Math.abs(quantity) > 0) add(security_id, quantity);
    add(cash, -amount);
  }
  return Object.fromEntries([...units].filter(([, held]) => held > 0).sort(byId));
}

function byId([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : 1;
}
