import { type PlaidApi, Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { anEmulator, plaidClientFor } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { readAll } from '../support/read-all';

const NOON = Date.parse('2026-03-14T17:00:00Z');

function newPlaid(): PlaidApi {
  return plaidClientFor(anEmulator({ realTime: () => NOON }));
}

async function linked(file: unknown, plaid = newPlaid(), institutionId = 'ins_109508') {
  const { accessToken } = await linkedItem(plaid, {
    username: 'user_custom',
    password: JSON.stringify(file),
    products: [Products.Transactions],
    institutionId,
  });
  return { plaid, access_token: accessToken };
}

function checking(more: object = {}) {
  return { type: 'depository', subtype: 'checking', starting_balance: 10, ...more };
}

const TEMPLATE = {
  version: null,
  seed: null,
  override_accounts: [
    {
      type: null,
      subtype: null,
      meta: { name: null, limit: null },
      transactions: [{ date_posted: null, amount: null }],
      identity: { names: [null], addresses: [{ data: { city: null }, primary: null }] },
      liability: { type: null, repayment_model: { type: null } },
    },
  ],
  mfa: { type: null },
  recaptcha: null,
  force_error: null,
};

describe('a custom user who says nothing', () => {
  it('leads another life with every Item, and the same one with the same', async () => {
    const plaid = newPlaid();
    const rowsOf = async () => {
      const { access_token } = await linked({}, plaid);
      const again = [...(await readAll(plaid, access_token)).rows.values()];
      const once = [...(await readAll(plaid, access_token)).rows.values()];
      expect(once).toEqual(again);
      return once.map(({ amount, date, name }) => `${date} ${name} ${amount}`);
    };
    const first = await rowsOf();
    expect(first.length).toBeGreaterThan(20);
    expect(await rowsOf()).not.toEqual(first);
  });

  it('leads the same life for the same seed', async () => {
    const plaid = newPlaid();
    const rowsOf = async (seed: string) => {
      const { access_token } = await linked({ seed }, plaid);
      const { rows } = await readAll(plaid, access_token);
      return [...rows.values()].map(({ amount, date, name }) => `${date} ${name} ${amount}`);
    };
    expect(await rowsOf('ann')).toEqual(await rowsOf('ann'));
    expect(await rowsOf('bob')).not.toEqual(await rowsOf('ann'));
  });

  it('may do so with every field named and null, or in the words of another product', async () => {
    for (const file of [TEMPLATE, { w2: { tax_year: 2023 }, ocr_status: 'SUCCESS' }]) {
      const { plaid, access_token } = await linked(file);
      expect((await plaid.accountsGet({ access_token })).data.accounts).toHaveLength(9);
    }
  });
});

describe("a custom user's file", () => {
  it('rolls its dates forward on request, and keeps their distances', async () => {
    const row = (transacted: string, posted: string, amount: number) => ({
      date_transacted: transacted,
      date_posted: posted,
      amount,
      description: `Row of ${amount}`,
    });
    const transactions = [
      row('2024-05-01', '2024-05-02', 1),
      row('2024-05-10', '2024-05-11', 2),
      row('2024-03-01', '2024-03-01', 3),
    ];
    const { plaid, access_token } = await linked({
      roll_dates_forward: true,
      override_accounts: [checking({ transactions })],
    });
    const { rows } = await readAll(plaid, access_token);
    const seen = [...rows.values()].map(({ name, date, authorized_date, pending }) => [
      name,
      date,
      authorized_date,
      pending,
    ]);
    expect(seen.toSorted()).toEqual([
      ['Row of 1', '2026-03-05', '2026-03-04', false],
      ['Row of 2', '2026-03-14', '2026-03-13', false],
      ['Row of 3', '2026-01-02', '2026-01-02', false],
    ]);
  });

  it('keeps its dates where it does not ask for that', async () => {
    const transactions = [{ date_transacted: '2019-05-01', amount: 5, description: 'Long ago' }];
    const { plaid, access_token } = await linked({ override_accounts: [checking({ transactions })] });
    const [row] = (await readAll(plaid, access_token)).rows.values();
    expect(row?.date).toBe('2019-05-01');
  });

  it('gives accounts their numbers, a mask that fits, and a holder', async () => {
    const { plaid, access_token } = await linked({
      override_accounts: [
        checking({
          numbers: { account: '9900000012345678', ach_routing: '122105155' },
          holder_category: 'business',
          force_available_balance: null,
        }),
        checking({ subtype: 'savings', meta: { mask: '' }, has_null_available_balance: true }),
      ],
    });
    const { accounts, numbers } = (await plaid.authGet({ access_token })).data;
    expect(accounts).toMatchObject([
      { mask: '5678', holder_category: 'business', balances: { current: 10, available: 10 } },
      { mask: null, balances: { available: null } },
    ]);
    expect(numbers.ach[0]).toMatchObject({ account: '9900000012345678', routing: '122105155' });
  });

  it('gives them those of other countries, too', async () => {
    const british = {
      override_accounts: [checking({ numbers: { account: '654321', bacs_sort_code: '112233' } })],
    };
    const london = await linked(british, newPlaid(), 'ins_117650');
    expect(
      (await london.plaid.authGet({ access_token: london.access_token })).data.numbers.bacs,
    ).toMatchObject([{ account: '654321', sort_code: '112233' }]);
    // One of Plaid's own files has the letters the other way round.
    const misspelt = { account: '111122223333', etf_institution: '010', etf_branch: '00042' };
    const ottawa = await linked(
      { override_accounts: [checking({ numbers: misspelt })] },
      newPlaid(),
      'ins_43',
    );
    const { eft } = (await ottawa.plaid.authGet({ access_token: ottawa.access_token })).data.numbers;
    expect(eft).toMatchObject([{ institution: '010', branch: '00042' }]);
    const canadian = {
      override_accounts: [
        checking({ numbers: { account: '111122220000', eft_institution: '114', eft_branch: '01533' } }),
      ],
    };
    const toronto = await linked(canadian, newPlaid(), 'ins_43');
    expect(
      (await toronto.plaid.authGet({ access_token: toronto.access_token })).data.numbers.eft,
    ).toMatchObject([{ account: '111122220000', institution: '114', branch: '01533' }]);
  });

  it('knows the merchants that its rows name, and leaves their names as they are', async () => {
    const line = 'POS DEBIT STARBUCKS 0123 SEATTLE WA';
    const transactions = [
      { date_transacted: '2026-03-01', amount: 4.5, description: line },
      { date_transacted: '2026-03-02', amount: 7, description: 'Nobody knows this' },
    ];
    const { plaid, access_token } = await linked({ override_accounts: [checking({ transactions })] });
    const { rows } = await readAll(plaid, access_token);
    expect([...rows.values()].map(({ name, merchant_name }) => [name, merchant_name]).toSorted()).toEqual([
      ['Nobody knows this', null],
      [line, 'Starbucks'],
    ]);
  });

  it('holds options and coins for what they are', async () => {
    const holding = (ticker_symbol: string) => ({
      institution_price: 2,
      institution_price_as_of: '2026-03-13',
      quantity: 3,
      security: { ticker_symbol, currency: 'USD' },
    });
    const { plaid, access_token } = await linked({
      override_accounts: [
        {
          type: 'investment',
          subtype: 'brokerage',
          holdings: ['ABC270115C00012500', 'CUR:BTC', 'CUR:USD', 'ABC'].map(holding),
        },
      ],
    });
    const { holdings, securities } = (await plaid.investmentsHoldingsGet({ access_token })).data;
    const types = new Map(securities.map(({ ticker_symbol, type }) => [ticker_symbol, type]));
    expect(Object.fromEntries(types)).toEqual({
      ABC270115C00012500: 'derivative',
      'CUR:BTC': 'cryptocurrency',
      'CUR:USD': 'cash',
      ABC: 'equity',
    });
    const option = securities.find(({ type }) => type === 'derivative');
    expect(option?.option_contract).toEqual({
      contract_type: 'call',
      expiration_date: '2027-01-15',
      strike_price: 12.5,
      underlying_security_ticker: 'ABC',
    });
    expect(holdings.every(({ cost_basis }) => cost_basis === null)).toBe(true);
  });

  it('lends the names of one account to those that have none', async () => {
    const { plaid, access_token } = await linked({
      override_accounts: [
        checking({ identity: { names: ['Ann Lee', 'Bob Lee'] } }),
        checking({ subtype: 'savings', identity: { emails: [{ data: 'a@example.com', primary: true }] } }),
      ],
    });
    const { accounts } = (await plaid.identityGet({ access_token })).data;
    expect(accounts.map(({ owners }) => owners[0]?.names)).toEqual([
      ['Ann Lee', 'Bob Lee'],
      ['Ann Lee', 'Bob Lee'],
    ]);
    expect(accounts[1]?.owners[0]?.emails.map(({ data }) => data)).toEqual(['a@example.com']);
  });
});
