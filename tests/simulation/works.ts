/** What processes do: the doors of the engine, as its routes, pages and schedule use them. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { asUser } from '@/db/client';
import { saveWebhooks } from '@/db/queries/webhooks';
import { updateTransaction } from '@/db/queries/transactions';
import { transactions } from '@/db/schema';
import { type ItemId, itemId } from '@/lib/core/id';
import { drainJobs } from '@/lib/sync/drain-jobs';
import { drainWebhooks } from '@/lib/sync/drain-webhooks';
import { linkItem } from '@/lib/sync/link-item';
import { removeItem } from '@/lib/sync/remove-item';
import { repairDone } from '@/lib/sync/repair-item';
import { requestSync } from '@/lib/sync/request-sync';
import { sweep } from '@/lib/sync/sweep';
import type { Notice } from './mutations';
import { aRecent } from './new-rows';
import { type Field, FIELDS } from './observe';
import type { Rng } from './rng';
import type { UpstreamItem } from './upstream-item';
import type { World } from './world';

/** `ms`: how long the process may work, as a function's limit has it. */
type Of = { name: string; item: UpstreamItem; rng: Rng; ms: number };

export type Work = keyof typeof WORKS;

/** The work, or null when there is nothing to do it on. */
export const WORKS = {
  link: (world: World, { item, rng, ms }: Of) => {
    if (item.isExchanged && rng.chance(0.8)) return null;
    return async () => {
      await linkItem(userOf(world, item), { publicToken: item.publicToken, metadata: told(item, rng) });
      await drainJobs({ until: Date.now() + ms, wait: true });
    };
  },
  drain:
    (_: World, { ms }: Of) =>
    () =>
      drainJobs({ until: Date.now() + ms }),
  cron:
    (_: World, { ms }: Of) =>
    () =>
      sweep({ until: Date.now() + ms }),
  click: (world: World, { item, ms }: Of) => {
    const id = idOf(world, item);
    if (!id) return null;
    return async () => {
      await requestSync(userOf(world, item), id);
      world.invariants.promise(item);
      await drainJobs({ until: Date.now() + ms, wait: true });
    };
  },
  /** One that Plaid sent: it stays to be sent again where the chance says so. */
  webhook: (world: World, { name, rng, ms }: Of) => {
    const mail = world.mail.length > 0 ? rng.pick(world.mail) : null;
    if (!mail) return null;
    if (rng.chance(0.8)) world.mail = world.mail.filter((of) => of !== mail);
    const { item, notice } = mail;
    return receive(world, { name, ms, plaidItemId: item.id, notice, item });
  },
  /** Of no kind or no Item that anybody knows. */
  oddWebhook: (world: World, { name, rng, item, ms }: Of) => {
    const isKnown = rng.chance(0.5);
    const notice = isKnown
      ? { type: 'ODD', code: 'NOT_HEARD_OF' }
      : { type: 'TRANSACTIONS', code: 'SYNC_UPDATES_AVAILABLE' };
    return receive(world, { name, ms, plaidItemId: isKnown ? item.id : 'nobody', notice, item: null });
  },
  edit: (world: World, { name, item, rng }: Of) => {
    const reach = item.reachOf(world.invariants.seenOf(item)?.cursor ?? null) ?? 0;
    const rows = [...item.rowsAt(reach).values()];
    const pending = rows.filter(({ isPending }) => isPending);
    if (rows.length === 0) return null;
    const { id } = aRecent(pending.length > 0 && rng.chance(0.5) ? pending : rows, rng);
    const field = rng.pick(FIELDS);
    const value = field === 'category' ? rng.pick(['groceries', 'travel', 'health']) : `${field}-${name}`;
    return () => edit(world, { process: name, item, id, field, value });
  },
  remove: (world: World, { item }: Of) => {
    const id = idOf(world, item);
    return id && (() => removeItem(userOf(world, item), id));
  },
  /** The person goes through update mode. */
  repair: (world: World, { item, ms }: Of) => {
    const id = idOf(world, item);
    if (!id || item.error?.code === 'USER_PERMISSION_REVOKED') return null;
    return async () => {
      item.error = null;
      await repairDone(userOf(world, item), id);
      world.invariants.promise(item);
      await drainJobs({ until: Date.now() + ms, wait: true });
    };
  },
} satisfies Record<string, (world: World, of: Of) => (() => Promise<unknown>) | null>;

export function idOf(world: World, item: UpstreamItem): ItemId | null {
  const seen = world.invariants.seenOf(item);
  return seen ? itemId(seen.itemId) : null;
}

function userOf({ users }: World, { person }: UpstreamItem) {
  const found = users[person];
  if (!found) throw new Error('There is no such person.');
  return found;
}

function told(item: UpstreamItem, rng: Rng) {
  if (rng.chance(0.3)) return null;
  return {
    institution: { institution_id: item.bank, name: item.bank },
    accounts: item.accounts.map(({ name, mask }) => ({ name, mask })),
  };
}

type Receipt = { name: string; ms: number; plaidItemId: string; notice: Notice; item: UpstreamItem | null };

/** As the webhook's route does it: stored, acknowledged, then worked off. */
function receive(world: World, { name, ms, plaidItemId, notice, item }: Receipt): () => Promise<unknown> {
  const { type, code } = notice;
  const error = item?.error && { error_type: item.error.type, error_code: item.error.code };
  const body = { webhook_type: type, webhook_code: code, item_id: plaidItemId, error: error ?? null };
  return async () => {
    await saveWebhooks([{ key: `${name} ${type} ${code}`, type, code, plaidItemId, body }]);
    const isKnown = item && world.invariants.seenOf(item);
    if (isKnown && type !== 'ITEM') world.invariants.promise(item);
    const until = Date.now() + ms;
    while ((await drainWebhooks(until)) > 0) if (Date.now() >= until) break;
    await drainJobs({ until });
  };
}

type Edit = { process: string; item: UpstreamItem; id: string; field: Field; value: string };

async function edit(world: World, { process, item, id, field, value }: Edit): Promise<void> {
  const userId = userOf(world, item);
  const where = and(
    eq(transactions.userId, userId),
    eq(transactions.plaidTransactionId, id),
    isNull(transactions.removedAt),
  );
  const [row] = await asUser(userId, (tx) =>
    tx.select({ id: transactions.id }).from(transactions).where(where),
  );
  if (!row) return;
  world.edits.set(process, { id, field, value });
  if (field === 'category') return updateTransaction(userId, row.id, { userCategoryId: value });
  if (field === 'note') return updateTransaction(userId, row.id, { note: value });
  if (field === 'merchant') return updateTransaction(userId, row.id, { userMerchantName: value });
  await asUser(userId, async (tx) => {
    const done = await tx
      .update(transactions)
      .set({ tags: [value], updatedAt: sql`now()` })
      .where(where)
      .returning();
    if (done.length === 0) throw new Error('The row is gone.');
  });
}
