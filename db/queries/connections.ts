import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Day } from '@/lib/core/day';
import { notFound } from '@/lib/core/errors';
import type { ItemId, UserId } from '@/lib/core/id';
import { asUser, type Tx } from '../client';
import { accounts, institutions, itemProducts, items, type Product, syncJobs, transactions } from '../schema';
import { isEdited } from './sync/kept-rows';
import { isLive } from './visible';

/** Products whose last try failed, of each row of `items`; names are written out, since a table may stand alone. */
export const failedProducts = sql<{ product: Product; errorCode: string }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('product', p.product, 'errorCode', p.error_code) order by p.product)
  from item_products p
  where p.user_id = items.user_id and p.item_id = items.id and p.error_code is not null), '[]')`;

/** What pages may know of a connection. Neither Plaid's id of it nor its token is among it. */
const CONNECTION = {
  id: items.id,
  institutionName: items.institutionName,
  institutionLogo: institutions.logo,
  state: items.state,
  errorCode: items.errorCode,
  hasNewAccounts: items.hasNewAccounts,
  needsPresence: items.needsPresence,
  replacesItemId: items.replacesItemId,
  isOauth: sql<boolean>`coalesce(${institutions.isOauth}, false)`,
  consentExpiresAt: items.consentExpiresAt,
  disconnectsAt: items.disconnectsAt,
  disconnectReason: items.disconnectReason,
  failed: failedProducts,
  bankReachedAt: items.bankReachedAt,
  initialUpdateAt: items.initialUpdateAt,
  historicalUpdateAt: items.historicalUpdateAt,
  createdAt: items.createdAt,
  lastRunAt: syncJobs.lastRunAt,
  want: syncJobs.want,
  done: syncJobs.done,
  notBefore: syncJobs.notBefore,
  attempts: syncJobs.attempts,
  isRunning: sql<boolean>`coalesce(${syncJobs.leaseUntil} > now(), false)`,
};

export type Connection = Awaited<ReturnType<typeof listConnections>>[number];

/** The person's connections, oldest first, each with the accounts that it shares; those being removed are not among them. */
export async function listConnections(userId: UserId) {
  return asUser(userId, async (tx) => {
    const found = await readConnections(tx)
      .where(and(eq(items.userId, userId), isLive))
      .orderBy(asc(items.createdAt), asc(items.id));
    const shared = await readAccounts(tx)
      .where(eq(accounts.userId, userId))
      .orderBy(asc(accounts.name), asc(accounts.id));
    return found.map((item) => ({ ...item, accounts: shared.filter(({ itemId }) => itemId === item.id) }));
  });
}

export type ConnectionDetail = Awaited<ReturnType<typeof getConnection>>;

/** One connection with its accounts and how far each product has come; a foreign id is not found. */
export async function getConnection(userId: UserId, itemId: ItemId) {
  return asUser(userId, async (tx) => {
    const [item] = await readConnections(tx).where(
      and(eq(items.userId, userId), eq(items.id, itemId), isLive),
    );
    if (!item) throw notFound('connection');
    const shared = await readAccounts(tx)
      .where(and(eq(accounts.userId, userId), eq(accounts.itemId, itemId)))
      .orderBy(asc(accounts.name), asc(accounts.id));
    const products = await tx
      .select({
        product: itemProducts.product,
        state: itemProducts.state,
        errorCode: itemProducts.errorCode,
        attemptedAt: itemProducts.attemptedAt,
        succeededAt: itemProducts.succeededAt,
        bankReachedAt: itemProducts.bankReachedAt,
      })
      .from(itemProducts)
      .where(and(eq(itemProducts.userId, userId), eq(itemProducts.itemId, itemId)));
    const changes = await readChanges(tx, userId, itemId);
    const changed = products.map((row) => ({ ...row, changedAt: changes.get(row.product) ?? null }));
    return { ...item, accounts: shared, products: changed };
  });
}

/** What goes when a connection is removed: accounts, transactions since when, and how many the person edited. */
export async function getRemovalEffect(userId: UserId, itemId: ItemId) {
  return asUser(userId, async (tx) => {
    const [item] = await tx
      .select({ id: items.id })
      .from(items)
      .where(and(eq(items.userId, userId), eq(items.id, itemId), isLive));
    if (!item) throw notFound('connection');
    const own = await readAccounts(tx)
      .where(and(eq(accounts.userId, userId), eq(accounts.itemId, itemId)))
      .orderBy(asc(accounts.name), asc(accounts.id));
    const [rows] = await tx
      .select({
        transactions: sql<number>`count(*)::int`,
        edited: sql<number>`count(*) filter (where ${isEdited})::int`,
        firstDay: sql<Day | null>`min(${transactions.day})`,
      })
      .from(transactions)
      .innerJoin(
        accounts,
        and(eq(accounts.userId, transactions.userId), eq(accounts.id, transactions.accountId)),
      )
      .where(
        and(
          eq(transactions.userId, userId),
          eq(accounts.itemId, itemId),
          sql`${transactions.removedAt} is null`,
        ),
      );
    return {
      accounts: own.map(({ name, mask }) => ({ name, mask })),
      ...(rows ?? { transactions: 0, edited: 0, firstDay: null }),
    };
  });
}

function readConnections(tx: Tx) {
  return tx
    .select(CONNECTION)
    .from(items)
    .leftJoin(institutions, eq(institutions.plaidInstitutionId, items.plaidInstitutionId))
    .leftJoin(syncJobs, and(eq(syncJobs.userId, items.userId), eq(syncJobs.itemId, items.id)));
}

/** When a run last added, changed or removed something, by product; as far as the log of runs reaches back. */
async function readChanges(tx: Tx, userId: UserId, itemId: ItemId): Promise<Map<string, Date>> {
  const rows = await tx.execute<{ product: string; at: string }>(sql`
    select case c.key when 'streams' then 'recurring' when 'owners' then 'identity'
        when 'holdings' then 'investments' when 'investmentTransactions' then 'investments'
        else c.key end as product, max(r.finished_at)::text as at
    from sync_runs r cross join lateral jsonb_each(r.counts) c
    where r.user_id = ${userId}::uuid and r.item_id = ${itemId}::uuid and r.finished_at is not null
      and exists (select 1 from jsonb_each_text(c.value) n where n.value <> '0')
    group by 1`);
  return new Map(rows.map(({ product, at }) => [product, new Date(at)]));
}

function readAccounts(tx: Tx) {
  return tx
    .select({
      id: accounts.id,
      itemId: accounts.itemId,
      name: accounts.name,
      mask: accounts.mask,
      type: accounts.type,
      subtype: accounts.subtype,
      balance: accounts.balance,
      currency: accounts.currency,
      isHidden: accounts.isHidden,
      closedAt: accounts.closedAt,
      withdrawnAt: accounts.withdrawnAt,
    })
    .from(accounts)
    .$dynamic();
}
