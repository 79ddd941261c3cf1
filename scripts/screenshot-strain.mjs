/** A log-in of everything that strains a layout: very long names, huge and tiny sums, zero, two currencies. */
const DAY_MS = 86_400_000;

/** A custom user for the stand-in's `user_custom`; its days count back from now. */
export function strained() {
  return {
    version: '2',
    seed: 'strained',
    override_accounts: [longNames(), overdrawn(), empty(), euros(), overLimit(), fortune()],
  };
}

function longNames() {
  return {
    type: 'depository',
    subtype: 'checking',
    starting_balance: 98_765_432.1,
    currency: 'USD',
    meta: {
      name: 'The Ann and Bob Example Family Household Everyday Joint Checking Account with Overdraft',
      official_name: 'Extraordinarily Long Official Name of a Premier Relationship Checking Account',
      mask: '9999',
    },
    transactions: [
      row(0, 12_345_678.9, 'SUPERCALIFRAGILISTICEXPIALIDOCIOUSLYUNBROKENMERCHANTNAMEWITHOUTANYSPACE 0001'),
      row(1, 0.01, 'A'),
      row(
        2,
        48.4,
        'THE VERY LONG NAME OF A RESTAURANT THAT ALSO SELLS BOOKS, FLOWERS AND SECOND-HAND BICYCLES',
      ),
      row(3, -7_654_321.55, 'ACME PAYROLL'),
      row(33, 210.5, 'WHOLEFDS MKT 10412'),
      row(64, 190.25, 'WHOLEFDS MKT 10412'),
    ],
  };
}

function overdrawn() {
  return {
    type: 'depository',
    subtype: 'checking',
    starting_balance: -412.07,
    currency: 'USD',
    meta: { name: 'Overdrawn checking', mask: '0002' },
  };
}

function empty() {
  return {
    type: 'depository',
    subtype: 'savings',
    starting_balance: 0,
    currency: 'USD',
    meta: { name: 'Rainy day', mask: '0000' },
  };
}

function euros() {
  return {
    type: 'depository',
    subtype: 'checking',
    starting_balance: 2_040.5,
    currency: 'EUR',
    meta: { name: 'Konto in Lissabon', mask: '0003' },
    transactions: [
      { ...row(1, 23.9, 'PASTEIS DE BELEM'), currency: 'EUR' },
      { ...row(4, 61.2, 'COMBOIOS DE PORTUGAL'), currency: 'EUR' },
    ],
  };
}

function overLimit() {
  return {
    type: 'credit',
    subtype: 'credit card',
    starting_balance: 5_240.9,
    currency: 'USD',
    meta: { name: 'Card beyond its limit', limit: 5_000, mask: '4444' },
    liability: {
      type: 'credit',
      purchase_apr: 27.24,
      cash_apr: 29.99,
      last_payment_amount: 35,
      minimum_payment_amount: 165,
      is_overdue: true,
    },
  };
}

function fortune() {
  return {
    type: 'investment',
    subtype: 'brokerage',
    starting_balance: 1_000_000_000,
    currency: 'USD',
    meta: { name: 'A fortune', mask: '0005' },
    holdings: [
      {
        institution_price: 612_345.67,
        cost_basis: 900_000_000,
        quantity: 1_500.123456,
        currency: 'USD',
        security: {
          name: 'Berkshire Hathaway Incorporated Class A Common Stock with a Long Name',
          ticker_symbol: 'BRK.A',
          currency: 'USD',
        },
      },
    ],
  };
}

export function row(daysAgo, amount, description) {
  const day = new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);
  return { date_transacted: day, date_posted: day, amount, description, currency: 'USD' };
}
