/**
 * The Sandbox's own test person: nine accounts with the figures that Plaid's pages print (SBX-1), reached
 * exactly on the day of the link by a small salary, its bills and its habits.
 */
import type { Persona, PersonaAccount } from './persona';

const AT = 'any';

/** `opening` of a depository account is set back from its figure on the day of the link. */
export const USER_GOOD: Persona = {
  seed: 'user_good',
  names: ['Alberta Bobbeth Charleson'],
  emails: ['accountholder0@example.com', 'accountholder1@example.com'],
  phones: ['1112223333', '1112225555'],
  street: '2992 Cameron Road',
  city: { city: 'Malakoff', region: 'NY', postalCode: '14236', country: 'US' },
  accounts: [
    account(
      'checking',
      'Plaid Checking',
      'Plaid Gold Standard 0% Interest Checking',
      '0000',
      'depository',
      'checking',
      110,
    ),
    account(
      'savings',
      'Plaid Saving',
      'Plaid Silver Standard 0.1% Interest Saving',
      '1111',
      'depository',
      'savings',
      210,
    ),
    {
      ...account(
        'cd',
        'Plaid CD',
        'Plaid Bronze Standard 0.2% Interest CD',
        '2222',
        'depository',
        'cd',
        1000,
      ),
      namesAvailable: false,
    },
    {
      ...account(
        'card',
        'Plaid Credit Card',
        'Plaid Diamond 12.5% APR Interest Credit Card',
        '3333',
        'credit',
        'credit card',
        410,
      ),
      limit: 2000,
      namesAvailable: false,
    },
    account(
      'money market',
      'Plaid Money Market',
      'Plaid Platinum Standard 1.85% Interest Money Market',
      '4444',
      'depository',
      'money market',
      43_200,
    ),
    { ...account('ira', 'Plaid IRA', null, '5555', 'investment', 'ira', 320.76), namesAvailable: false },
    {
      ...account('401k', 'Plaid 401k', null, '6666', 'investment', '401k', 23_631.9805),
      namesAvailable: false,
    },
    {
      ...account('student', 'Plaid Student Loan', null, '7777', 'loan', 'student', 65_262),
      namesAvailable: false,
    },
    {
      ...account('mortgage', 'Plaid Mortgage', null, '8888', 'loan', 'mortgage', 56_302.06),
      namesAvailable: false,
    },
  ],
  paychecks: [{ from: 'employer', into: 'checking', net: 1_442.25, on: 'every other Friday', raise: 2 }],
  bills: [
    { to: 'electricity', from: 'checking', amount: 88, winter: 0.35, varies: 0.1, every: 'month', on: 9 },
    { to: 'internet', from: 'checking', amount: 59.99, every: 'month', on: 12, rise: { at: -7, to: 64.99 } },
    { to: 'phone', from: 'checking', amount: 45, every: 'month', on: 17 },
    { to: 'gym', from: 'checking', amount: 78.5, every: 'month', on: 21 },
    { to: 'netflix', from: 'card', amount: 15.49, every: 'month', on: 6, rise: { at: -10, to: 17.99 } },
    { to: 'spotify', from: 'card', amount: 11.99, every: 'month', on: 14 },
    { to: 'interestEarned', from: 'savings', amount: 0.02, every: 'month', on: 31, income: true },
    { to: 'interestEarned', from: 'cd', amount: 0.17, every: 'month', on: 31, income: true },
    { to: 'interestEarned', from: 'money market', amount: 66.6, every: 'month', on: 31, income: true },
  ],
  habits: [
    { at: ['atm'], from: 'checking', timesAMonth: 1, between: [40, 80], twenties: true },
    { at: ['safeway', 'traderJoes'], from: 'card', timesAMonth: 4, between: [18, 62] },
    { at: ['starbucks', 'mcdonalds', 'bluebird'], from: 'card', timesAMonth: 6, between: [4, 14] },
    { at: ['uber', 'transit'], from: 'card', timesAMonth: 4, between: [3, 22] },
    { at: ['shell'], from: 'card', timesAMonth: 1.5, between: [28, 46] },
    { at: ['amazon', 'target'], from: 'card', timesAMonth: 1, between: [12, 70], refunds: 8 },
    { at: ['cvs'], from: 'card', timesAMonth: 0.7, between: [6, 30] },
  ],
  trips: [],
  transfers: [],
  cushions: [{ account: 'checking', savings: 'money market', floor: 20, ceiling: 250 }],
  savings: [],
  cards: [
    {
      account: 'card',
      paidFrom: 'checking',
      statementOn: 28,
      pays: 'in full',
      purchaseApr: 12.5,
      cashApr: 27.95,
      transferApr: 15.24,
    },
  ],
  loans: [
    {
      account: 'student',
      kind: 'student',
      paidFrom: 'checking',
      payment: 'studentLoan',
      rate: 5.25,
      terms: { left: 65_262, monthsLeft: 240 },
      ago: 60,
      on: 22,
      called: 'Consolidation',
      guarantor: 'DEPT OF ED',
      servicer: {
        street: '123 Relaxation Road',
        city: { city: 'San Matias', region: 'CA', postalCode: '99415', country: 'US' },
      },
    },
    {
      account: 'mortgage',
      kind: 'mortgage',
      paidFrom: 'checking',
      payment: 'mortgage',
      rate: 3.99,
      terms: { left: 56_302.06, monthsLeft: 180 },
      ago: 180,
      on: 1,
      called: 'conventional',
    },
  ],
  // Of everything that Plaid's own person holds: funds, a share that splits, an option, a bond, a coin, cash.
  portfolios: [
    {
      account: 'ira',
      opened: { monthsAgo: 23, cash: 90, positions: { MIPTX: 5, BTC: 0.0012 } },
      reinvests: ['MIPTX'],
      worth: 320.76,
    },
    {
      account: '401k',
      opened: {
        monthsAgo: 23,
        cash: 6_000,
        positions: { NHX105509: 610, MIPTX: 80, DBLTX: 60, NVDA: 4, UST49: 12 },
      },
      contribution: {
        amount: 90,
        on: 9,
        from: null,
        out: 'toBrokerage',
        buys: { NHX105509: 60, MIPTX: 30 },
      },
      sells: [{ monthsAgo: 5, ticker: 'MIPTX', percent: 10 }],
      reinvests: ['DBLTX'],
      vests: { ticker: 'NVDA', overMonths: 48 },
      options: [
        { on: 'AAPL', kind: 'call', contracts: 1, boughtMonthsAgo: 2, expiresMonthsAgo: -3, strike: 105 },
      ],
      feePerQuarter: 4.5,
      worth: 23_631.9805,
    },
  ],
};

function account(
  key: string,
  name: string,
  officialName: string | null,
  mask: string,
  type: PersonaAccount['type'],
  subtype: string,
  opening: number,
): PersonaAccount {
  return { key, institution: AT, name, officialName, mask, type, subtype, opening };
}
