/** One login with as many transactions as asked for, made quickly: for benches and for lists that are long. */
import { addDays, type Day } from '@/lib/core/day';
import type { BankRow, Login, Movement } from '../login';
import { merchant, type MerchantKey } from '../personas/merchants';
import { type AccountFacts, bankAccount, ownerOf } from './account';
import { bankRow } from './bank-row';
import { seeded } from './seeded';

const DAYS = 728;
const TEMPLATES: readonly MerchantKey[] = [
  'traderJoes',
  'safeway',
  'starbucks',
  'chipotle',
  'shell',
  'uber',
  'amazon',
  'target',
  'cvs',
  'netflix',
  'gap',
  'doorDash',
];

export function volumeLogin(username: string, count: number, linkedOn: Day): Login {
  const days = Array.from({ length: DAYS + 1 }, (_, index) => addDays(linkedOn, index - DAYS));
  const onCard = Math.floor(count * 0.6);
  const checking = rows(`${username} checking`, count - onCard, days, 'employer');
  const card = rows(`${username} card`, onCard, days, 'cardPayment');
  return {
    accounts: [
      bankAccount(CHECKING, { movements: checking, opening: 500_000 }),
      bankAccount(CARD, { movements: card, opening: 0 }),
    ],
    securitiesOn: () => [],
  };
}

const ADDRESS = {
  city: 'Malakoff',
  region: 'NY',
  street: '2992 Cameron Road',
  postal_code: '14236',
  country: 'US',
};

const COMMON = { owners: [ownerOf(['Ann Volume'], ['ann@example.com'], [], ADDRESS)], officialName: null };

const CHECKING: AccountFacts = {
  ...COMMON,
  key: 'checking',
  name: 'Volume Checking',
  mask: '1000',
  type: 'depository',
  subtype: 'checking',
};

const CARD: AccountFacts = {
  ...COMMON,
  key: 'card',
  name: 'Volume Card',
  mask: '2000',
  type: 'credit',
  subtype: 'credit card',
  limit: 50_000,
};

/** Evenly over the days; every tenth row brings back what the nine before it took, so that no balance runs away. */
function rows(seed: string, count: number, days: readonly Day[], back: MerchantKey): Movement[] {
  const chance = seeded(seed);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const templates = TEMPLATES.map((key) => template(key, first));
  const inflow = template(back, first);
  let taken = 0;
  return Array.from({ length: count }, (_, index) => {
    const on = days[Math.floor((index * days.length) / count)] ?? last;
    const isInflow = index % 10 === 9;
    const cents = isInflow ? -taken : chance.between(150, 9_900);
    taken = isInflow ? 0 : taken + cents;
    const row = isInflow ? inflow : chance.pick(templates);
    return {
      key: `row ${index}`,
      appearsOn: on,
      posted: { ...row, amount: cents / 100, date: on, authorizedDate: on },
    };
  });
}

function template(key: MerchantKey, on: Day): BankRow {
  return bankRow(merchant(key), { cents: 0, date: on });
}
