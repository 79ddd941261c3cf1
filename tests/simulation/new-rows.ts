/** Rows and accounts as a bank might have them: amounts, days and currencies that are easily got wrong. */
import type { Rng } from './rng';
import { type Account, type Currency, type Row, type UpstreamItem, USD } from './upstream-item';

const CURRENCIES: readonly Currency[] = [
  USD,
  USD,
  { code: 'EUR', iso: true, digits: 2 },
  { code: 'JPY', iso: true, digits: 0 },
  { code: 'PTS', iso: false, digits: 8 },
];
export const NAMES = ['Corner Shop', 'Coffee House', 'Cinema', 'Book Store'] as const;

let made = 0;

/** For a new run, so that ids are the same in it every time. */
export function restartIds(): void {
  made = 0;
}

export function newId({ id }: UpstreamItem): string {
  made += 1;
  return `${id}-${made}`;
}

export function add(item: UpstreamItem, rng: Rng, given: Partial<Row>): Row {
  const spending = item.accounts.filter(({ type, isServed }) => type !== 'investment' && isServed);
  const account: Account = spending.length > 0 ? rng.pick(spending) : rng.pick(item.accounts);
  // A purchase abroad: not every row is in the currency of its account.
  const currency = rng.chance(0.8) ? account.currency : rng.pick(CURRENCIES);
  const date = aDay(rng);
  const row: Row = {
    id: newId(item),
    account: account.id,
    amount: anAmount(currency, rng),
    currency,
    date,
    authorized: rng.chance(0.3) ? aDay(rng) : null,
    isPending: false,
    pendingId: null,
    name: rng.pick(NAMES),
    merchant: rng.chance(0.3) ? 'A Merchant' : null,
    ...given,
  };
  item.log.push({ add: row });
  return row;
}

/** The posted row often differs from its pending one in amount and day, as after a tip. */
export function successor(item: UpstreamItem, row: Row, rng: Rng): Row {
  const amount = rng.chance(0.5) ? row.amount : anAmount(row.currency, rng);
  return { ...row, id: newId(item), amount, isPending: false, pendingId: row.id };
}

export function aPending(item: UpstreamItem, rng: Rng): Row | null {
  const taken = new Set(
    item.later.map((half) => ('remove' in half ? half.remove : 'add' in half && half.add.pendingId)),
  );
  return aHeard(
    item,
    item.live().filter(({ isPending, id }) => isPending && !taken.has(id)),
    rng,
  );
}

export function aLive(item: UpstreamItem, rng: Rng): Row | null {
  const taken = new Set(item.later.map((half) => ('remove' in half ? half.remove : '')));
  return aHeard(
    item,
    item.live().filter(({ id }) => !taken.has(id)),
    rng,
  );
}

/** Mostly one that somebody has read: what changes before is no change to them. */
function aHeard(item: UpstreamItem, rows: readonly Row[], rng: Rng): Row | null {
  const known = item.rowsAt(item.heard);
  const heard = rows.filter(({ id }) => known.has(id));
  if (rows.length === 0) return null;
  return aRecent(heard.length > 0 && rng.chance(0.8) ? heard : rows, rng);
}

/** Mostly one of the last few, so that what the bank and the person do is often about the same rows. */
export function aRecent(rows: readonly Row[], rng: Rng): Row {
  return rng.pick(rng.chance(0.7) ? rows.slice(-4) : rows);
}

export function anAmount({ digits }: Currency, rng: Rng): string {
  const units = 1 + rng.int(99_999);
  const text =
    digits === 0 ? `${units}` : `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`;
  return rng.chance(0.2) ? `-${text}` : text;
}

/** Over five months, so that rows move from one month to another, and few others are in either. */
export function aDay(rng: Rng): string {
  return `2031-0${1 + rng.int(5)}-${String(1 + rng.int(28)).padStart(2, '0')}`;
}

/** An Item's accounts, as varied as a small world needs. */
export function someAccounts(id: string, rng: Rng): Account[] {
  const of = (nth: number, type: Account['type'], currency: Currency): Account => ({
    id: `${id}-account-${nth}`,
    name: `${type} ${nth}`,
    mask: `${id.length}${id.slice(-1)}${nth}${rng.int(10)}`,
    type,
    currency,
    current: '100',
    isServed: true,
  });
  const all = [of(1, 'depository', USD), of(2, 'credit', rng.pick(CURRENCIES)), of(3, 'investment', USD)];
  return all.slice(0, 1 + rng.int(3));
}
