/** What can happen at a bank: each moves the small model on, and says what Plaid would send a webhook about. */
import type { Rng } from './rng';
import { aDay, add, aLive, anAmount, aPending, NAMES, newId, successor } from './new-rows';
import { type Holding, type Refusal, type UpstreamItem, USD } from './upstream-item';

export type Mutation = keyof typeof MUTATIONS;

/** What is sent when the webhook is not lost: its type and code. */
export type Notice = { type: string; code: string };

const UPDATES: Notice = { type: 'TRANSACTIONS', code: 'SYNC_UPDATES_AVAILABLE' };
const HOLDINGS: Notice = { type: 'HOLDINGS', code: 'DEFAULT_UPDATE' };
const MOVEMENTS: Notice = { type: 'INVESTMENTS_TRANSACTIONS', code: 'DEFAULT_UPDATE' };
const DEBTS: Notice = { type: 'LIABILITIES', code: 'DEFAULT_UPDATE' };

const OUTAGES: readonly Refusal[] = [
  { type: 'API_ERROR', code: 'INTERNAL_SERVER_ERROR' },
  { type: 'ITEM_ERROR', code: 'PRODUCT_NOT_READY' },
];

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
  [8, 'modify'],
  [5, 'remove'],
  [4, 'history'],
  [1, 'account'],
  [2, 'balance'],
  [3, 'movements'],
  [2, 'holdings'],
  [1, 'debts'],
  [2, 'breakLogin'],
  [3, 'repairLogin'],
  [1.5, 'breakProduct'],
  [1.5, 'mendProduct'],
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
  /** Of one product only: all others are served as before (S13). */
  breakProduct(item: UpstreamItem, rng: Rng) {
    if (item.trouble) return null;
    item.trouble = {
      product: rng.pick(['liabilities', 'investments', 'recurring']),
      refusal: rng.pick(OUTAGES),
    };
    return DEBTS;
  },
  mendProduct(item: UpstreamItem) {
    if (!item.trouble) return null;
    item.trouble = null;
    return DEBTS;
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
