/**
 * One schedule: several runs of one Item, the person's edits, the bank's changes and now and then the removal,
 * with every transaction and call of theirs in an order that chance decides, one at a time. However it went, in
 * the end there must be what one after the other would have left.
 */
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { asSystem } from '@/db/client';
import { updateTransaction } from '@/db/queries/transactions';
import { itemProducts, items, syncJobs, syncPages, transactions } from '@/db/schema';
import { seeded } from '@/emulator/generate/seeded';
import type { ItemId, UserId } from '@/lib/core/id';
import { seal } from '@/lib/secrets';
import { removeItem } from '@/lib/sync/remove-item';
import { syncItem } from '@/lib/sync/sync-item';
import { Process, PROCEED, type Verdict } from '../../simulation/gate';
import { aUser } from '../../support/factories';
import { bankRows, expireLease } from '../../support/engine';
import type { SmallBank } from './small-bank';

export type Played = { order: string; violations: string[] };

type Waiting = { label: string; go: (verdict: Verdict) => void };

export async function play(bank: SmallBank, seed: number): Promise<Played> {
  const random = seeded('interleavings', String(seed));
  const of = await aConnection(bank.accessToken);
  await settle(of);
  const edited = await someRow(of.userId);
  await bank.change();
  const order: string[] = [];
  const waiting: Waiting[] = [];
  const start = (name: string, work: () => Promise<unknown>) => {
    const keeper = (point: { kind: string; name: string }) =>
      new Promise<Verdict>((go) => {
        waiting.push({ label: `${name} ${point.kind} ${point.name.slice(0, 30)}`, go });
      });
    const process = new Process(name, keeper);
    return { process, end: process.run(work) };
  };
  const isRemoved = random.chance(0.2);
  const actors = [
    start('run 1', () => run(of)),
    start('run 2', () => takeOver(of)),
    ...(random.chance(0.5) ? [start('run 3', () => takeOver(of))] : []),
    start('edit', () => edit(of.userId, edited)),
    ...(isRemoved ? [start('removal', () => removeItem(of.userId, of.itemId))] : []),
  ];
  // At some moment among them the bank changes.
  let changeAt = random.between(0, 40);
  for (;;) {
    for (const { process } of actors) await process.idle();
    if (changeAt-- === 0) await bank.change();
    const next = waiting.splice(random.between(0, Math.max(0, waiting.length - 1)), 1)[0];
    if (!next) break;
    order.push(next.label);
    next.go(PROCEED);
  }
  const ends = await Promise.all(actors.map(({ end }) => end));
  const failed = ends.flatMap((end) =>
    end.end === 'failed' ? [`an actor failed: ${String(end.error)}`] : [],
  );
  const expected = { of, edited, isRemoved };
  return {
    order: order.join('\n'),
    violations: [
      ...failed.filter((line) => !isRemoved || !line.includes('NotFound')),
      ...(await wrong(bank, expected)),
    ],
  };
}

type Connection = { userId: UserId; itemId: ItemId };

async function aConnection(accessToken: string): Promise<Connection> {
  const userId = await aUser();
  const itemId = randomUUID() as ItemId;
  await asSystem(async (tx) => {
    await tx.insert(items).values({
      userId,
      id: itemId,
      plaidItemId: itemId,
      accessTokenSealed: seal(accessToken, `items.access_token:${itemId}`),
      institutionName: 'Small Bank',
    });
    await tx.insert(itemProducts).values({ userId, itemId, product: 'transactions' });
    await tx.insert(syncJobs).values({ userId, itemId, want: 1, trigger: 'link' });
  });
  return { userId, itemId };
}

const run = ({ userId, itemId }: Connection) => syncItem(userId, itemId, { until: Date.now() + 600_000 });

/** As when the process that holds the lease seems to be gone, and is not. */
async function takeOver(of: Connection): Promise<unknown> {
  await expireLease(of.itemId);
  return run(of);
}

/** Syncs until nothing is wanted any more, one run after the other. */
async function settle(of: Connection): Promise<void> {
  await asSystem((tx) =>
    tx.update(syncJobs).set({ want: sql`want + 1`, leaseUntil: null }).where(eq(syncJobs.itemId, of.itemId)),
  );
  for (let tries = 0; tries < 10; tries++) {
    await run(of);
    const [job] = await asSystem((tx) => tx.select().from(syncJobs).where(eq(syncJobs.itemId, of.itemId)));
    if (!job || job.want === job.done) return;
  }
}

async function someRow(userId: UserId): Promise<string> {
  const [row] = await asSystem((tx) =>
    tx
      .select({ id: transactions.id })
      .from(transactions)
      .where(sql`${transactions.userId} = ${userId} and bank_name = 'Kept Shop'`),
  );
  return row?.id ?? '';
}

async function edit(userId: UserId, id: string): Promise<void> {
  await updateTransaction(userId, id, { note: 'Mine' });
  await updateTransaction(userId, id, { userCategoryId: 'gifts' });
}

async function wrong(
  bank: SmallBank,
  { of, edited, isRemoved }: { of: Connection; edited: string; isRemoved: boolean },
): Promise<string[]> {
  if (isRemoved) {
    const left = await asSystem((tx) =>
      tx.execute(sql`
        select 1 from items where id = ${of.itemId}::uuid
        union all select 1 from transactions where user_id = ${of.userId}::uuid
        union all select 1 from sync_jobs where item_id = ${of.itemId}::uuid
        union all select 1 from sync_pages where item_id = ${of.itemId}::uuid`),
    );
    return left.length === 0 ? [] : [`${left.length} rows of a removed connection are left`];
  }
  await settle(of);
  const rows = (await bankRows(of.userId)) as { plaid_transaction_id: string; amount: string }[];
  const found = rows.map((row) => `${row.plaid_transaction_id} ${row.amount}`).sort();
  const [kept] = await asSystem((tx) => tx.select().from(transactions).where(eq(transactions.id, edited)));
  const pages = await asSystem((tx) => tx.select().from(syncPages).where(eq(syncPages.itemId, of.itemId)));
  const isEdited = kept?.note === 'Mine' && kept.categoryId === 'gifts' && kept.removedAt === null;
  return [
    ...(found.join() === (await bank.lines()).join() ? [] : ['the rows are not those of the bank']),
    ...(isEdited ? [] : ['an edit of the person is lost']),
    ...(pages.length === 0 ? [] : ['pages are left in the stage']),
    ...((await driftOf(of.userId)) === 0 ? [] : ['totals differ from a full recount']),
  ];
}

/** Months whose totals differ, of one person: cheap enough for every schedule. */
async function driftOf(userId: UserId): Promise<number> {
  const rows = await asSystem((tx) =>
    tx.execute(sql`
      select 1 from (select month, category_id, amount, count from monthly_totals where user_id = ${userId}::uuid) kept
      full join (select to_char(day, 'YYYY-MM') as month, category_id, sum(amount)::bigint as amount, count(*)::int as count
        from transactions where user_id = ${userId}::uuid and removed_at is null group by 1, 2) counted
      on (kept.month, kept.category_id, kept.amount, kept.count) = (counted.month, counted.category_id, counted.amount, counted.count)
      where kept.month is null or counted.month is null`),
  );
  return rows.length;
}
