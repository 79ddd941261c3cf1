import { Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { anEmulator, plaidClientFor } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { refusal } from '../support/plaid-refusal';
import { readAll } from '../support/read-all';

const NOON = Date.parse('2026-03-14T12:00:00Z');

const FAMILY = {
  override_accounts: [
    {
      type: 'depository',
      subtype: 'checking',
      starting_balance: 500,
      meta: { name: 'Daily', mask: '4321' },
      identity: { names: ['Ann Lee'] },
      transactions: [
        {
          date_transacted: '2023-01-02',
          date_posted: '2023-01-03',
          amount: 12.34,
          description: 'Old coffee',
        },
        { date_transacted: '2026-03-10', date_posted: '2026-03-12', amount: -1500, description: 'PAYROLL' },
        { date_transacted: '2026-03-13', date_posted: '2026-03-16', amount: 20, description: 'Fuel hold' },
      ],
    },
    {
      type: 'investment',
      subtype: 'brokerage',
      starting_balance: 1000,
      holdings: [
        {
          institution_price: 50,
          institution_price_as_of: '2026-03-13',
          cost_basis: 400,
          quantity: 10,
          currency: 'USD',
          security: { ticker_symbol: 'VTI', currency: 'USD' },
        },
      ],
    },
    {
      type: 'credit',
      subtype: 'credit card',
      starting_balance: 200,
      meta: { name: 'Card', limit: 3000 },
      liability: { type: 'credit', purchase_apr: 19.9, last_payment_amount: 40, minimum_payment_amount: 25 },
    },
  ],
};

async function familyOf(override: object) {
  const plaid = plaidClientFor(anEmulator({ realTime: () => NOON }));
  const password = JSON.stringify(override);
  const products = [Products.Transactions];
  const { accessToken } = await linkedItem(plaid, { username: 'user_custom', password, products });
  return { plaid, access_token: accessToken };
}

describe('a custom user', () => {
  it('brings every row of its file, however old, and the one of the future as pending', async () => {
    const { plaid, access_token } = await familyOf(FAMILY);
    const { rows } = await readAll(plaid, access_token);
    const seen = [...rows.values()].map(({ name, amount, pending }) => [name, amount, pending]);
    expect(seen.toSorted()).toEqual([
      ['Fuel hold', 20, true],
      ['Old coffee', 12.34, false],
      ['PAYROLL', -1500, false],
    ]);
    const payroll = [...rows.values()].find(({ name }) => name === 'PAYROLL');
    expect(payroll).toMatchObject({
      date: '2026-03-12',
      authorized_date: '2026-03-10',
      iso_currency_code: 'USD',
    });
  });

  it('brings its accounts, owners, holdings and debts', async () => {
    const { plaid, access_token } = await familyOf(FAMILY);
    const { accounts } = (await plaid.identityGet({ access_token })).data;
    expect(accounts.map(({ name, mask }) => [name, mask])).toContainEqual(['Daily', '4321']);
    expect(accounts[0]?.owners[0]?.names).toEqual(['Ann Lee']);
    const { holdings, securities } = (await plaid.investmentsHoldingsGet({ access_token })).data;
    expect(holdings).toMatchObject([{ quantity: 10, institution_price: 50, institution_value: 500 }]);
    expect(securities.map(({ ticker_symbol }) => ticker_symbol)).toEqual(['VTI']);
    const { credit, mortgage } = (await plaid.liabilitiesGet({ access_token })).data.liabilities;
    expect(credit).toMatchObject([{ minimum_payment_amount: 25, last_payment_amount: 40 }]);
    expect(mortgage).toBeNull();
  });

  it('is refused when its JSON is broken, and fails as its file says', async () => {
    const plaid = plaidClientFor(anEmulator());
    const broken = linkedItem(plaid, { username: 'user_custom', password: '{"override_accounts": [' });
    expect((await refusal(broken)).status).toBe(400);
    const locked = linkedItem(plaid, { username: 'user_custom', password: '{"force_error":"ITEM_LOCKED"}' });
    expect((await refusal(locked)).code).toBe('ITEM_LOCKED');
  });

  it('without accounts of a kind says so for that product', async () => {
    const { override_accounts } = FAMILY;
    const { plaid, access_token } = await familyOf({ override_accounts: override_accounts.slice(0, 1) });
    expect((await refusal(plaid.liabilitiesGet({ access_token }))).code).toBe('NO_LIABILITY_ACCOUNTS');
    expect((await refusal(plaid.investmentsHoldingsGet({ access_token }))).code).toBe(
      'NO_INVESTMENT_ACCOUNTS',
    );
  });
});
