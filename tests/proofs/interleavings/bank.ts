/** One schedule's bank: the simulation's small model of Plaid with one account, whose rows are of these days. */
import { addDays, type Day } from '@/lib/core/day';
import { Rng } from '../../simulation/rng';
import { Upstream } from '../../simulation/upstream';
import { type Row, UpstreamItem, USD } from '../../simulation/upstream-item';
import type { Change, What } from './schedule';

const SHOPS = ['Corner Shop', 'Coffee Bar', 'Cinema'] as const;

export class Bank {
  readonly item: UpstreamItem;
  /** How much of its log the stored cursor stands for. */
  reached = 0;
  private readonly upstream = new Upstream(Date.now);
  private readonly today: Day;
  private readonly rng = new Rng(1);
  private made = 0;

  /** Each is the same in the beginning, down to the names that it gives to its rows and cursors. */
  constructor(today: Day, isStrict: boolean) {
    this.today = today;
    this.item = new UpstreamItem({ id: 'item', person: 0, bank: 'ins_small', isStrict, rng: this.rng });
    this.item.products = ['transactions'];
    this.item.accounts = [
      {
        id: 'account',
        name: 'Checking',
        mask: '0001',
        type: 'depository',
        currency: USD,
        current: '100',
        isServed: true,
      },
    ];
    this.item.isExchanged = true;
    this.item.readiness = 'complete';
    for (let count = 0; count < 6; count++) this.item.log.push({ add: this.aRow(count % 2 === 1) });
    this.upstream.items.push(this.item);
  }

  answer: Upstream['answer'] = (call) => this.upstream.answer(call);

  /** Tells all that it has, as to a first sync, and goes on with chances of its own. */
  tellAll(chances: number): string {
    for (let cursor: string | undefined; ; ) {
      const page = this.item.sync(cursor);
      if ('code' in page) throw new Error(`The bank refuses a first sync: ${page.code}.`);
      cursor = page.next;
      if (page.hasMore) continue;
      for (let skipped = 0; skipped < chances; skipped++) this.rng.next();
      return cursor;
    }
  }

  change({ what, nth }: Change): void {
    CHANGES[what](this, nth);
  }

  /** The how-many-th of the rows that are there, counted in a circle; null when there is none. */
  row(nth: number, isPending?: boolean): Row | null {
    const rows = this.item.live().filter((row) => isPending === undefined || row.isPending === isPending);
    return rows[nth % rows.length] ?? null;
  }

  aRow(isPending: boolean): Row {
    const nth = (this.made += 1);
    return {
      id: `row-${nth}`,
      account: 'account',
      amount: `${nth}.${10 + nth}`,
      currency: USD,
      date: addDays(this.today, -(nth * 5) % 12),
      authorized: null,
      isPending,
      pendingId: null,
      name: SHOPS[nth % SHOPS.length] ?? SHOPS[0],
      merchant: null,
    };
  }

  /** Booked, with a tip: what follows a pending row. */
  successor(row: Row): Row {
    return {
      ...row,
      id: `row-${(this.made += 1)}`,
      amount: `1${row.amount}`,
      isPending: false,
      pendingId: row.id,
    };
  }
}

const CHANGES: Record<What, (bank: Bank, nth: number) => void> = {
  buy: (bank) => bank.item.log.push({ add: bank.aRow(false) }),
  hold: (bank) => bank.item.log.push({ add: bank.aRow(true) }),
  post(bank, nth) {
    const row = bank.row(nth, true);
    if (row) bank.item.log.push({ remove: row.id }, { add: bank.successor(row) });
  },
  postFirst(bank, nth) {
    const row = bank.row(nth, true);
    if (row) bank.item.log.push({ add: bank.successor(row) }, { remove: row.id });
  },
  dropHold(bank, nth) {
    const row = bank.row(nth, true);
    if (row) bank.item.log.push({ remove: row.id });
  },
  correct(bank, nth) {
    const row = bank.row(nth);
    if (row) bank.item.log.push({ modify: { ...row, amount: `2${row.amount}`, name: 'Book Store' } });
  },
  remove(bank, nth) {
    const row = bank.row(nth, false);
    if (row) bank.item.log.push({ remove: row.id });
  },
  balance(bank, nth) {
    for (const account of bank.item.accounts) account.current = `${200 + nth}`;
  },
};
