/**
 * An Item whose bank goes on while it is synced, and what may be found of it at any moment: exactly one of the
 * states that the bank has been in, never a part of one, nothing twice (S1, S4, S14).
 */
import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { asSystem } from '@/db/client';
import { updateTransaction } from '@/db/queries/transactions';
import { items, syncJobs, syncPages, transactions, users } from '@/db/schema';
import type { Seeded } from '@/emulator/generate/seeded';
import { addDays } from '@/lib/core/day';
import type { ItemId, UserId } from '@/lib/core/id';
import { open } from '@/lib/secrets';
import { removeItem } from '@/lib/sync/remove-item';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { aLink, bankRows, drift } from '../support/engine';
import { aUser } from '../support/factories';
import type { StandAlone } from '../support/stand-alone';

/** Three pages of the five hundred that the engine asks for. */
const ROWS = 1010;
const EDITS = 3;

type Row = { amount: string; day: string; isPending: boolean; name: string };

export class BankInMotion {
  readonly userId: UserId;
  readonly itemId: ItemId;
  private readonly plaidItemId: string;
  private readonly bank: StandAlone;
  private readonly random: Seeded;
  /** What the bank has now, by Plaid's id. */
  private rows = new Map<string, Row>();
  /** Every state that the bank has been in, by its digest. */
  private readonly states = new Set<string>([digest([])]);
  private readonly edits = new Map<string, string>();
  private accountId = '';
  private made = 0;

  private constructor(
    of: { userId: UserId; itemId: ItemId; plaidItemId: string },
    bank: StandAlone,
    random: Seeded,
  ) {
    this.userId = of.userId;
    this.itemId = of.itemId;
    this.plaidItemId = of.plaidItemId;
    this.bank = bank;
    this.random = random;
  }

  /** A new person with one connection of three pages, not synced yet. */
  static async open(bank: StandAlone, random: Seeded): Promise<BankInMotion> {
    const userId = await aUser();
    const today = bankToday();
    const rows = Array.from({ length: ROWS }, (_, index) => ({
      transacted: addDays(today, -1 - Math.floor(index / 5)),
      amount: 1 + index / 100,
      description: `Shop ${index}`,
    }));
    const link = await aLink(userId, { username: 'user_custom', password: aCustomUser(rows) });
    const opened = new BankInMotion({ userId, ...link }, bank, random);
    await bank.steer('/items/ready', { item_id: link.plaidItemId });
    const { data } = await bank.plaid.accountsGet({ access_token: await opened.accessToken() });
    opened.accountId = data.accounts[0]?.account_id ?? '';
    await opened.lookAtBank();
    return opened;
  }

  /** A few rows come, change or go at the bank, and it says so. */
  async change(): Promise<void> {
    for (let count = this.random.between(1, 3); count > 0; count--) {
      await this.changeOne();
      this.states.add(digest(linesOf(this.rows)));
    }
    await this.want();
  }

  private async changeOne(): Promise<void> {
    const [id, row] = this.random.pick([...this.rows]);
    const amount = this.random.between(1, 900) / 4;
    const kind = this.random.pick(['add', 'add', 'modify', 'remove'] as const);
    if (kind === 'add') {
      const name = `Later ${(this.made += 1)}`;
      const added = await this.steer('add', { account_id: this.accountId, amount, name });
      this.rows.set(added, { amount: minor(amount), day: bankToday(), isPending: false, name });
    } else if (kind === 'modify') {
      await this.steer('modify', { transaction_id: id, amount });
      this.rows.set(id, { ...row, amount: minor(amount) });
    } else if (!this.edits.has(id)) {
      await this.steer('remove', { transaction_id: id });
      this.rows.delete(id);
    }
  }

  /** Asks for a sync as a webhook would. */
  private async want(): Promise<void> {
    await asSystem((tx) =>
      tx
        .update(syncJobs)
        .set({ want: sql`want + 1`, trigger: 'webhook', notBefore: null })
        .where(eq(syncJobs.itemId, this.itemId)),
    );
  }

  /** The person writes on some rows; nothing that comes may take it away (S5). */
  async edit(): Promise<void> {
    const rows = await asSystem((tx) =>
      tx
        .select({ id: transactions.id, plaidId: transactions.plaidTransactionId })
        .from(transactions)
        .where(sql`${transactions.userId} = ${this.userId} and removed_at is null`)
        .limit(EDITS),
    );
    for (const { id, plaidId } of rows) {
      await updateTransaction(this.userId, id, { note: `Of ${plaidId}`, userCategoryId: 'gifts' });
      this.edits.set(plaidId ?? '', `Of ${plaidId}`);
    }
  }

  /** What is wrong now, at whatever moment that is; empty when nothing is. */
  async badState(): Promise<string[]> {
    const found = (await this.ours()).map(lineOf);
    return [
      ...(this.states.has(digest(found)) ? [] : [`${found.length} rows are no state that the bank was in`]),
      ...(new Set(found.map((line) => line.split('|')[0])).size === found.length
        ? []
        : ['a row is there twice']),
      ...((await drift()).length === 0 ? [] : ['totals or balances differ from a full recount']),
      ...(await this.lostEdits()),
    ];
  }

  /** What is wrong when all is said to be served: it must be the bank's state of now, with nothing left over. */
  async unfinished(): Promise<string[]> {
    await this.lookAtBank();
    const isNow = digest((await this.ours()).map(lineOf)) === digest(linesOf(this.rows));
    const pages = await asSystem((tx) =>
      tx.select().from(syncPages).where(eq(syncPages.itemId, this.itemId)),
    );
    return [
      ...(await this.badState()),
      ...(isNow ? [] : ['the rows are not those that the bank has now']),
      ...(pages.length === 0 ? [] : [`${pages.length} pages are left in the stage`]),
    ];
  }

  /** Ends the connection and the person with it, so that a long proof stays small. */
  async close(): Promise<void> {
    await removeItem(this.userId, this.itemId);
    await asSystem((tx) => tx.delete(users).where(eq(users.id, this.userId)));
  }

  private async accessToken(): Promise<string> {
    const [row] = await asSystem((tx) =>
      tx.select({ sealed: items.accessTokenSealed }).from(items).where(eq(items.id, this.itemId)),
    );
    return open(row?.sealed ?? '', `items.access_token:${this.itemId}`);
  }

  /** Answers Plaid's id of the row that was touched. */
  private async steer(what: string, body: object): Promise<string> {
    const answer = await this.bank.steer(`/transactions/${what}`, { item_id: this.plaidItemId, ...body });
    const { transaction_ids } = answer as { transaction_ids: string[] };
    return transaction_ids[0] ?? '';
  }

  private async ours(): Promise<OurRow[]> {
    return (await bankRows(this.userId)) as OurRow[];
  }

  private async lostEdits(): Promise<string[]> {
    const rows = await asSystem((tx) =>
      tx
        .select({
          plaidId: transactions.plaidTransactionId,
          note: transactions.note,
          category: transactions.categoryId,
        })
        .from(transactions)
        .where(sql`${transactions.userId} = ${this.userId} and note is not null and removed_at is null`),
    );
    const kept = rows.filter(
      ({ plaidId, note, category }) => this.edits.get(plaidId ?? '') === note && category === 'gifts',
    );
    return kept.length === this.edits.size
      ? []
      : [`${this.edits.size - kept.length} edits of the person are lost`];
  }

  /** Reads the bank from the beginning, past the engine. */
  private async lookAtBank(): Promise<void> {
    const access_token = await this.accessToken();
    this.rows = new Map();
    for (let cursor = '', hasMore = true; hasMore; ) {
      const { data } = await this.bank.plaid.transactionsSync({ access_token, cursor, count: 500 });
      for (const { transaction_id, amount, date, pending, name } of data.added) {
        this.rows.set(transaction_id, {
          amount: minor(amount),
          day: date,
          isPending: pending,
          name: name ?? '',
        });
      }
      [cursor, hasMore] = [data.next_cursor, data.has_more];
    }
    this.states.add(digest(linesOf(this.rows)));
  }
}

type OurRow = {
  plaid_transaction_id: string;
  amount: string;
  posted_day: string;
  is_pending: boolean;
  bank_name: string;
};

/** Plaid's decimal in our minor units and sign. */
function minor(amount: number): string {
  return String(Math.round(-amount * 100));
}

function lineOf(row: OurRow): string {
  return [row.plaid_transaction_id, row.amount, row.posted_day, row.is_pending, row.bank_name].join('|');
}

function linesOf(rows: ReadonlyMap<string, Row>): string[] {
  return [...rows].map(([id, row]) => [id, row.amount, row.day, row.isPending, row.name].join('|'));
}

function digest(lines: readonly string[]): string {
  const text = [...lines].sort().join('\n');
  return createHash('sha256').update(text).digest('hex');
}
