/**
 * One Item of the small model of Plaid: a log of what happened to its transactions, in order, and cursors that
 * are opaque names of prefixes of it. It shares nothing with the emulator, so that the two cannot be wrong alike.
 */
import { createHash } from 'node:crypto';
import type { Rng } from './rng';

/** `iso`: an ISO 4217 code; the others are of Plaid's unofficial ones. `digits` after the point. */
export type Currency = { code: string; iso: boolean; digits: number };

/** Amounts are decimals as text, in Plaid's sign: what leaves the account is positive. */
export type Row = {
  id: string;
  account: string;
  amount: string;
  currency: Currency;
  date: string;
  authorized: string | null;
  isPending: boolean;
  /** The pending row that this one replaces. */
  pendingId: string | null;
  name: string;
  merchant: string | null;
};

export type Event = { add: Row } | { modify: Row } | { remove: string };

export type Account = {
  id: string;
  name: string;
  mask: string;
  type: 'depository' | 'credit' | 'investment';
  currency: Currency;
  current: string;
  isServed: boolean;
};

export const USD: Currency = { code: 'USD', iso: true, digits: 2 };

export type Movement = { id: string; account: string; amount: string; quantity: number; date: string };
export type Holding = { account: string; quantity: number; price: string; value: string };

type Cursor = { at: number } | { rest: Event[]; end: number };

/** A refusal in Plaid's words. */
export type Refusal = { type: string; code: string };

/** One product that does not answer, while all others do (S13). */
export type Trouble = { product: Product; refusal: Refusal };
export type Product = 'liabilities' | 'investments' | 'recurring';

export class UpstreamItem {
  readonly log: Event[] = [];
  accounts: Account[] = [];
  products: readonly string[] = ['transactions', 'liabilities', 'investments'];
  readiness: 'none' | 'initial' | 'complete' = 'none';
  error: Refusal | null = null;
  trouble: Trouble | null = null;
  isExchanged = false;
  isRemoved = false;
  /** Movements of investments; every change makes another number of them, as reading by offset needs. */
  movements: Movement[] = [];
  readonly movementCounts = new Set([0]);
  /** Digests of all lists of movements that ever were. */
  readonly movementStates = new Set([digestOf([])]);
  holdings: Holding[] = [];
  minimumPayment = '25';
  /** Further halves of what has begun: a pending row's end, or its posted row. */
  readonly later: Event[] = [];
  readonly id: string;
  /** Whose it is: the first person or the second. */
  readonly person: number;
  readonly bank: string;
  /** How much of the log somebody has surely stored: they asked for what comes after it. */
  heard = 0;
  private cursors = new Map<string, Cursor>();
  private names = 0;
  private readonly isStrict: boolean;
  private readonly rng: Rng;
  private readonly digests = new Map<number, string>();

  constructor(of: { id: string; person: number; bank: string; isStrict: boolean; rng: Rng }) {
    this.id = of.id;
    this.person = of.person;
    this.bank = of.bank;
    this.isStrict = of.isStrict;
    this.rng = of.rng;
  }

  get accessToken(): string {
    return `access-${this.id}`;
  }

  get publicToken(): string {
    return `public-${this.id}`;
  }

  /** The length of the prefix that a stored cursor stands for; null for one from the middle of an update. */
  reachOf(cursor: string | null): number | null {
    if (cursor === null) return 0;
    const found = this.known.get(cursor);
    return found && 'at' in found ? found.at : null;
  }

  /** The live rows after the first `length` events. */
  rowsAt(length: number): Map<string, Row> {
    const rows = new Map<string, Row>();
    for (const event of this.log.slice(0, length)) {
      if ('remove' in event) rows.delete(event.remove);
      else {
        const row = 'add' in event ? event.add : event.modify;
        rows.set(row.id, row);
      }
    }
    return rows;
  }

  /** One fingerprint of `rowsAt`, as our columns should hold them (see `observe`). */
  digestAt(length: number): string {
    const kept = this.digests.get(length);
    if (kept) return kept;
    const digest = digestOf([...this.rowsAt(length).values()].map(lineOf));
    this.digests.set(length, digest);
    return digest;
  }

  live(): Row[] {
    return [...this.rowsAt(this.log.length).values()];
  }

  /** One page after `cursor`; `undefined` reads from the beginning, which knows live rows only. */
  sync(cursor: string | undefined): Page | Refusal {
    if (this.readiness === 'none') return { events: [], next: '', hasMore: false };
    const from =
      cursor === undefined
        ? { rest: this.live().map((add) => ({ add })), end: this.log.length }
        : this.cursors.get(cursor);
    if (!from) return { type: 'INVALID_REQUEST', code: 'INVALID_FIELD' };
    if ('at' in from) this.heard = from.at;
    const isMidway = cursor !== undefined && 'rest' in from;
    if (isMidway && this.isStrict && from.end !== this.log.length) {
      return { type: 'TRANSACTIONS_ERROR', code: 'TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION' };
    }
    const done = 'at' in from ? from.at : from.end;
    const events = [...('rest' in from ? from.rest : []), ...this.log.slice(done)];
    if (events.length === 0 && cursor !== undefined) return { events, next: cursor, hasMore: false };
    const size = 1 + this.rng.int(5);
    const rest = events.slice(size);
    const end = this.log.length;
    const next = this.nameOf(rest.length > 0 ? { rest, end } : { at: end });
    return { events: events.slice(0, size), next, hasMore: rest.length > 0 };
  }

  /** Every cursor that was ever given out is refused from now on. */
  forgetCursors(): void {
    this.cursors = new Map();
  }

  setMovements(movements: Movement[]): boolean {
    if (this.movementCounts.has(movements.length)) return false;
    this.movements = movements;
    this.movementCounts.add(movements.length);
    this.movementStates.add(digestOf(movements.map(movementLine)));
    return true;
  }

  serves(account: string): boolean {
    return this.accounts.some(({ id, isServed }) => id === account && isServed);
  }

  movementDigest(): string {
    return digestOf(this.movements.map(movementLine));
  }

  /** What our accounts, debts and holdings should say at rest (see `calm`). */
  productLines(): string[] {
    const served = this.accounts.filter(({ isServed }) => isServed);
    return [
      ...served.map(({ id, name, type, currency, current }) =>
        [
          'account',
          id,
          name,
          type,
          currency.code,
          minorText(current, currency, type === 'credit' ? -1 : 1),
        ].join('|'),
      ),
      ...served
        .filter(({ type }) => type === 'credit')
        .map(({ id, currency }) => ['debt', id, minorText(this.minimumPayment, currency, 1)].join('|')),
      ...this.holdings
        .filter(({ account }) => this.serves(account))
        .map(({ account, quantity, value }) =>
          ['holding', account, quantity, minorText(value, USD, 1)].join('|'),
        ),
    ];
  }

  private readonly known = new Map<string, Cursor>();

  private nameOf(cursor: Cursor): string {
    const name = `cursor-${this.id}-${(this.names += 1)}`;
    this.cursors.set(name, cursor);
    this.known.set(name, cursor);
    return name;
  }
}

export type Page = { events: Event[]; next: string; hasMore: boolean };

/** What our columns should hold of a row, in the order of `observe`. */
function lineOf(row: Row): string {
  const { id, account, amount, currency, date, authorized, isPending, pendingId, name, merchant } = row;
  const cells = [
    minorText(amount, currency, -1),
    currency.code,
    date,
    authorized ?? '',
    isPending ? 't' : 'f',
  ];
  return [id, account, ...cells, pendingId ?? '', name, merchant ?? ''].join('|');
}

export function movementLine({ id, account, amount, quantity, date }: Movement): string {
  return [id, account, minorText(amount, USD, -1), quantity, date].join('|');
}

/** Order-free, and the same as `md5(string_agg(…))` at the server. */
export function digestOf(lines: string[]): string {
  return createHash('md5').update(lines.sort().join('\n')).digest('hex');
}

/** Minor units by moving the point in the text: no number that could be inexact is ever made. */
export function minorText(amount: string, { digits }: Currency, sign: 1 | -1): string {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const text = `${whole}${fraction.padEnd(digits, '0')}`.replace(/^0+(?=\d)/, '');
  const isNegative = amount.startsWith('-') !== sign < 0;
  return text !== '0' && isNegative ? `-${text}` : text;
}
