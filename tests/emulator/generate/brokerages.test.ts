import type { Security } from 'plaid';
import { describe, expect, it } from 'vitest';
import type { LoginAccount, LoginInvestmentTransaction } from '@/emulator/login';
import { addDays, type Day, day } from '@/lib/core/day';
import { accountIn, anOpenedLogin, TARTAN } from './an-opened-login';

describe.each(['2024-02-29', '2026-11-21'])(
  'the brokerage of the demo household, linked on %s',
  (linkedOn) => {
    const login = anOpenedLogin('demo_household', linkedOn, { institutionId: TARTAN });
    const account = accountIn(login, 'brokerage');
    const securities = login.securitiesOn(day(linkedOn));
    const of = (transaction: LoginInvestmentTransaction): Security | undefined =>
      securities.find(({ security_id }) => security_id === transaction.security_id);

    it('has every kind of movement', () => {
      const kinds = new Set(account.investmentTransactions.map(({ type, subtype }) => `${type}/${subtype}`));
      for (const kind of [
        'transfer/transfer',
        'cash/deposit',
        'buy/buy',
        'sell/sell',
        'cash/dividend',
        'buy/dividend reinvestment',
        'cash/interest',
        'fee/management fee',
        'transfer/split',
        'transfer/expire',
      ]) {
        expect(kinds).toContain(kind);
      }
    });

    it('doubles its shares in a split and keeps their worth', () => {
      const split = account.investmentTransactions.find(({ subtype }) => subtype === 'split');
      if (!split) throw new Error('Nothing was split.');
      const before = holding(account, split.security_id, addDays(day(split.date), -1));
      const after = holding(account, split.security_id, day(split.date));
      expect(split).toMatchObject({ amount: 0, price: 0, quantity: before.quantity });
      expect(after.quantity).toBe(before.quantity * 2);
      expect(after.cost_basis).toBe(before.cost_basis);
      expect(after.institution_price / before.institution_price).toBeCloseTo(0.5, 1);
    });

    it('counts an option in shares, and ends it on its last day', () => {
      const options = securities.filter(({ type }) => type === 'derivative');
      expect(options.map(({ option_contract }) => option_contract?.contract_type).sort()).toEqual([
        'call',
        'put',
      ]);
      for (const { security_id, option_contract, ticker_symbol } of options) {
        expect(ticker_symbol).toMatch(/^[A-Z]+\d{6}[CP]\d{8}$/);
        const trades = account.investmentTransactions.filter((trade) => trade.security_id === security_id);
        const [bought, ended] = trades;
        expect(trades).toHaveLength(2);
        expect((bought?.quantity ?? 0) % 100).toBe(0);
        expect(ended?.quantity).toBe(-(bought?.quantity ?? 0));
        expect(ended?.date).toBe(option_contract?.expiration_date);
      }
    });

    it('holds a bond by its terms, a coin by its eight digits, and idle cash', () => {
      const held = account.holdingsOn(day(linkedOn)).map(({ security_id, quantity }) => {
        const security = securities.find((one) => one.security_id === security_id);
        return { type: security?.type, quantity, security };
      });
      const bond = held.find(({ type }) => type === 'fixed income')?.security;
      expect(bond).toMatchObject({
        ticker_symbol: null,
        fixed_income: { face_value: 100, yield_rate: { percentage: 3.125, type: 'coupon' } },
      });
      const coupons = account.investmentTransactions.filter(
        (row) => row.subtype === 'interest' && of(row) === bond,
      );
      expect(new Set(coupons.map(({ amount }) => amount))).toEqual(new Set([-62.5]));
      const coin = held.find(({ type }) => type === 'cryptocurrency');
      expect(String(coin?.quantity).split('.')[1]?.length).toBeGreaterThan(4);
      expect(coin?.security?.update_datetime).toMatch(/T00:00:00Z$/);
      expect(held.find(({ type }) => type === 'cash')?.security?.is_cash_equivalent).toBe(true);
      for (const { security } of held) expect([security?.isin, security?.cusip]).toEqual([null, null]);
    });
  },
);

describe.each(['2022-06-01', '2026-11-21', '2033-03-03'])(
  "the Sandbox person's 401k, linked on %s",
  (link) => {
    const login = anOpenedLogin('user_good', link);
    const account = accountIn(login, '401k');
    const linkedOn = day(link);

    it('comes to its figure, from cash that was there', () => {
      expect(account.balancesOn(linkedOn).current).toBe(23_631.9805);
      const first = account.investmentTransactions.find(({ subtype }) => subtype === 'deposit');
      expect(first?.amount).toBeLessThan(-1000);
      expect(account.investmentTransactions.some(({ subtype }) => subtype === 'contribution')).toBe(true);
    });

    it('vests shares of the employer in whole ones, and no others', () => {
      const vesting = account
        .holdingsOn(linkedOn)
        .filter(({ vested_quantity }) => vested_quantity !== undefined);
      expect(vesting).toHaveLength(1);
      const { quantity, vested_quantity: vested, vested_value, institution_price } = firstOf(vesting);
      expect(vested).toBe(Math.floor((quantity * 23) / 48));
      expect(vested_value).toBeCloseTo((vested ?? 0) * institution_price, 2);
    });
  },
);

function holding({ holdingsOn }: LoginAccount, securityId: string | null, on: Day) {
  return firstOf(holdingsOn(on).filter(({ security_id }) => security_id === securityId));
}

function firstOf<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('There is none.');
  return first;
}
