/**
 * `user_transactions_dynamic`: a checking account and a card with fifty rows between them, some pending. Its
 * banks stand still with the clock; rows come, post and change when a program asks for a refresh (SBX-5).
 */
import { addDays, type Day, day, weekday } from '@/lib/core/day';
import type { BankRow, Login, LoginAccount, Movement } from '../login';
import { merchant, type MerchantKey } from '../personas/merchants';
import { type AccountFacts, bankAccount, ownerOf, persistentIdFor } from './account';
import { accountNumbers } from './account-numbers';
import { bankRow } from './bank-row';
import { seeded } from './seeded';

export const DYNAMIC_USER = 'user_transactions_dynamic';

const ROWS = 50;
const PENDING_ROWS = 6;
/** What history goes back to where nobody asks for more. */
const DAYS = 88;
const NEVER = day('9999-12-31');

const CITY = { city: 'Malakoff', region: 'NY', postalCode: '14236', country: 'US' };

const ADDRESS = {
  city: CITY.city,
  region: CITY.region,
  street: '2992 Cameron Road',
  postal_code: CITY.postalCode,
  country: CITY.country,
};

const OWNERS = [
  ownerOf(['Alberta Bobbeth Charleson'], ['accountholder0@example.com'], ['1112223333'], ADDRESS),
];

const CHECKING: AccountFacts = {
  key: 'checking',
  name: 'Plaid Checking',
  officialName: 'Plaid Gold Standard 0% Interest Checking',
  mask: '0000',
  type: 'depository',
  subtype: 'checking',
  owners: OWNERS,
};

const CARD: AccountFacts = {
  key: 'card',
  name: 'Plaid Credit Card',
  officialName: 'Plaid Diamond 12.5% APR Interest Credit Card',
  mask: '3333',
  type: 'credit',
  subtype: 'credit card',
  owners: OWNERS,
  limit: 5_000,
};

const SHOPS: readonly MerchantKey[] = [
  'traderJoes',
  'safeway',
  'starbucks',
  'chipotle',
  'mcdonalds',
  'shell',
  'uber',
  'lyft',
  'amazon',
  'target',
  'cvs',
];

export function dynamicLogin(institutionId: string, linkedOn: Day): Login {
  const regular = [
    ...every(14, 'employer', 'checking', -150_000, linkedOn),
    ...every(30, 'gym', 'checking', 7_850, linkedOn),
    ...every(30, 'netflix', 'card', 1_549, linkedOn),
    ...every(30, 'spotify', 'card', 1_199, linkedOn),
  ];
  const chance = seeded(DYNAMIC_USER);
  const visits = Array.from({ length: ROWS - regular.length }, (_, index): Booked => {
    const isPending = index < PENDING_ROWS;
    const date = addDays(linkedOn, -(isPending ? chance.between(0, 2) : chance.between(3, DAYS)));
    return { key: `visit ${index}`, isPending, ...purchase(`visit ${index}`, date) };
  });
  const rows = [...regular, ...visits];
  const account = (facts: AccountFacts, opening: number): LoginAccount => ({
    ...bankAccount(facts, {
      movements: rows.filter(({ accountKey }) => accountKey === facts.key).map(movementOf),
      opening,
    }),
    numbers: accountNumbers(facts, institutionId),
    persistentId:
      facts.type === 'depository' ? persistentIdFor(institutionId, DYNAMIC_USER, facts.key) : null,
  });
  return { accounts: [account(CHECKING, 120_000), account(CARD, 31_400)], securitiesOn: () => [] };
}

export type Purchase = { readonly accountKey: string; readonly row: BankRow };

/** Some visit to some shop, which follows from its name alone. */
export function purchase(name: string, date: Day): Purchase {
  const chance = seeded(DYNAMIC_USER, name);
  const at = merchant(chance.pick(SHOPS));
  const cents = chance.between(250, 9_000);
  return {
    accountKey: chance.chance(0.6) ? CARD.key : CHECKING.key,
    row: bankRow(at, { cents, date, authorizedDate: date, city: CITY }),
  };
}

type Booked = Purchase & { readonly key: string; readonly isPending: boolean };

/** The same sum again and again, on days that banks work. */
function every(days: number, who: MerchantKey, accountKey: string, cents: number, linkedOn: Day): Booked[] {
  const count = Math.floor((DAYS - 3) / days);
  return Array.from({ length: count }, (_, index) => {
    const date = workday(addDays(linkedOn, -5 - index * days));
    const row = bankRow(merchant(who), { cents, date, authorizedDate: date });
    return { key: `${who} ${index}`, accountKey, row, isPending: false };
  });
}

function workday(on: Day): Day {
  return addDays(on, weekday(on) === 6 ? 2 : weekday(on) === 0 ? 1 : 0);
}

/** Only a refresh posts a pending row, so the bank by itself never does. */
function movementOf({ key, row, isPending }: Booked): Movement {
  const { date } = row;
  if (!isPending) return { key, appearsOn: date, posted: row };
  return { key, appearsOn: date, posted: row, pending: { row, endsOn: NEVER, linked: true, vanishes: true } };
}
