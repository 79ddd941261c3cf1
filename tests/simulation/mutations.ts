/** What can happen at a bank: each moves the small model on, and says what Plaid would send a webhook about. */
import type { Rng } from './rng';
import { type Account, type Currency, type Holding, type Row, type UpstreamItem, USD } from './upstream-item';

const CURRENCIES: readonly Currency[] = [
  USD,
  USD,
  { code: 'EUR', iso: true, digits: 2 },
  { code: 'JPY', iso: true, digits: 0 },
  { code: 'PTS', iso: false, digits: 8 },
];
const NAMES = ['Corner Shop', 'Coffee House', 'Cinema', 'Book Store'] as const;

export type Mutation = keyof typeof MUTATIONS;

/** What is sent when the webhook is not lost: its type and code. */
export type Notice = { type: string; code: string };

const UPDATES: Notice = { type: 'TRANSACTIONS', code: 'SYNC_UPDATES_AVAILABLE' };
const HOLDINGS: Notice = { type: 'HOLDINGS', code: 'DEFAULT_UPDATE' };
const MOVEMENTS: Notice = { type: 'INVESTMENTS_TRANSACTIONS', code: 'DEFAULT_UPDATE' };
const DEBTS: Notice = { type: 'LIABILITIES', code: 'DEFAULT_UPDATE' };

/** Lets it happen; null when it cannot now. */
export function mutate(item: UpstreamItem, what: Mutation, rng: Rng): Notice | null {
  if (!item.isExchanged || item.isRemoved) return null;
  return MUTATIONS[what](item, rng);
}

/** How often each happens beside the others. */
export const WEIGHTS: readonly (readonly [number, Mutation])[] = [
  [8, 'purchases'],
  [3, 'twins'],
  [8, 'pending'],
  [8, 'post'],
  [3, 'halfPost'],
  [6, 'finishHalf'],
  [2, 'dropPending'],
  [5, 'modify'],
  [5, 'remove'],
  [4, 'history'],
  [1, 'account'],
  [2, 'balance'],
  [3, 'movements'],
  [2, 'holdings'],
  [1, 'debts'],
  [2, 'breakLogin'],
  [3, 'repairLogin'],
  [1, 'forgetCursors'],
  [0.2, 'revoke'],
];

const MUTATIONS = {
  purchases(item: UpstreamItem, rng: Rng) {
    for (let count = 1 + rng.int(3); count > 0; count--) add(item, rng, {});
    return UPDATES;
  },
  /** Two purchases that look the same are two purchases (S7). */
  twins(item: UpstreamItem, rng: Rng) {
    const row = add(item, rng, {});
    add(item, rng, { ...row, id: newId(item) });
    return UPDATES;
  },
  pending(item: UpstreamItem, rng: Rng) {
    add(item, rng, { isPending: true });
    return UPDATES;
  },
  post(item: UpstreamItem, rng: Rng) {
    const row = aPending(item, rng);
    if (!row) return null;
    const halves = [{ add: successor(item, row, rng) }, { remove: row.id }];
    item.log.push(...(rng.chance(0.5) ? halves : halves.toReversed()));
    return UPDATES;
  },
  /** Only one half of a posting, in either order; the other follows in a later update. */
  halfPost(item: UpstreamItem, rng: Rng) {
    const row = aPending(item, rng);
    if (!row) return null;
    const [first, second] = [{ add: successor(item, row, rng) }, { remove: row.id }];
    const isForward = rng.chance(0.5);
    item.log.push(isForward ? first : second);
    item.later.push(isForward ? second : first);
    return UPDATES;
  },
  finishHalf(item: UpstreamItem) {
    const half = item.later.shift();
    if (!half) return null;
    item.log.push(half);
    return UPDATES;
  },
  dropPending(item: UpstreamItem, rng: Rng) {
    const row = aPending(item, rng);
    if (!row) return null;
    item.log.push({ remove: row.id });
    return UPDATES;
  },
  modify(item: UpstreamItem, rng: Rng) {
    const row = aLive(item, rng);
    if (!row) return null;
    const change = rng.pick([
      { amount: anAmount(row.currency, rng) },
      { date: aDay(rng) },
      { name: rng.pick(NAMES) },
      { merchant: 'A Merchant' },
    ]);
    item.log.push({ modify: { ...row, ...change } });
    return UPDATES;
  },
  remove(item: UpstreamItem, rng: Rng) {
    const row = aLive(item, rng);
    if (!row || row.isPending) return null;
    item.log.push({ remove: row.id });
    return UPDATES;
  },
  /** The first part of the history, then the rest of it. */
  history(item: UpstreamItem, rng: Rng) {
    if (item.readiness === 'complete') return null;
    item.readiness = item.readiness === 'none' ? 'initial' : 'complete';
    for (let count = 2 + rng.int(8); count > 0; count--) add(item, rng, {});
    return UPDATES;
  },
  account(item: UpstreamItem, rng: Rng) {
    const account = rng.pick(item.accounts);
    const others = item.accounts.filter(({ isServed }) => isServed).length;
    if (account.isServed && others === 1) return null;
    account.isServed = !account.isServed;
    return UPDATES;
  },
  balance(item: UpstreamItem, rng: Rng) {
    const account = rng.pick(item.accounts);
    account.current = anAmount(account.currency, rng).replace('-', '');
    return UPDATES;
  },
  movements(item: UpstreamItem, rng: Rng) {
    const account = item.accounts.find(({ type, isServed }) => type === 'investment' && isServed);
    if (!account) return null;
    const kept = item.movements.filter(() => rng.chance(0.8));
    const more = Array.from({ length: 1 + rng.int(5) }, () => ({
      id: newId(item),
      account: account.id,
      amount: anAmount(USD, rng),
      quantity: 1 + rng.int(9),
      date: aDay(rng),
    }));
    return item.setMovements([...more, ...kept]) ? MOVEMENTS : null;
  },
  holdings(item: UpstreamItem, rng: Rng) {
    const account = item.accounts.find(({ type, isServed }) => type === 'investment' && isServed);
    if (!account) return null;
    const quantity = rng.int(20);
    const held: Holding = { account: account.id, quantity, price: '10', value: `${quantity * 10}` };
    item.holdings = quantity > 0 ? [held] : [];
    return HOLDINGS;
  },
  debts(item: UpstreamItem, rng: Rng) {
    item.minimumPayment = `${10 + rng.int(90)}`;
    return DEBTS;
  },
  breakLogin(item: UpstreamItem) {
    if (item.error) return null;
    item.error = { type: 'ITEM_ERROR', code: 'ITEM_LOGIN_REQUIRED' };
    return { type: 'ITEM', code: 'ERROR' };
  },
  repairLogin(item: UpstreamItem) {
    if (item.error?.code !== 'ITEM_LOGIN_REQUIRED') return null;
    item.error = null;
    return { type: 'ITEM', code: 'LOGIN_REPAIRED' };
  },
  forgetCursors(item: UpstreamItem) {
    item.forgetCursors();
    return UPDATES;
  },
  revoke(item: UpstreamItem) {
    item.error = { type: 'ITEM_ERROR', code: 'USER_PERMISSION_REVOKED' };
    return { type: 'ITEM', code: 'USER_PERMISSION_REVOKED' };
  },
} satisfies Record<string, (item: UpstreamItem, rng: Rng) => Notice | null>;

let made = 0;

/** For a new run, so that ids are the same in it every time. */
export function restartIds(): void {
  made = 0;
}

function newId({ id }: UpstreamItem): string {
  made += 1;
  return `${id}-${made}`;
}

function add(item: UpstreamItem, rng: Rng, given: Partial<Row>): Row {
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
function successor(item: UpstreamItem, row: Row, rng: Rng): Row {
  const amount = rng.chance(0.5) ? row.amount : anAmount(row.currency, rng);
  return { ...row, id: newId(item), amount, isPending: false, pendingId: row.id };
}

function aPending(item: UpstreamItem, rng: Rng): Row | null {
  const taken = new Set(
    item.later.map((half) => ('remove' in half ? half.remove : 'add' in half && half.add.pendingId)),
  );
  const rows = item.live().filter(({ isPending, id }) => isPending && !taken.has(id));
  return rows.length > 0 ? rng.pick(rows) : null;
}

function aLive(item: UpstreamItem, rng: Rng): Row | null {
  const taken = new Set(item.later.map((half) => ('remove' in half ? half.remove : '')));
  const rows = item.live().filter(({ id }) => !taken.has(id));
  return rows.length > 0 ? rng.pick(rows) : null;
}

function anAmount({ digits }: Currency, rng: Rng): string {
  const units = 1 + rng.int(99_999);
  const text =
    digits === 0 ? `${units}` : `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`;
  return rng.chance(0.2) ? `-${text}` : text;
}

/** Over three months, so that rows move from one month to another. */
function aDay(rng: Rng): string {
  return `2031-0${3 + rng.int(3)}-${String(1 + rng.int(28)).padStart(2, '0')}`;
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
