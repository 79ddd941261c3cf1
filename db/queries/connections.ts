import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { notFound } from '@/lib/core/errors';
import type { ItemId, UserId } from '@/lib/core/id';
import { asUser, type Tx } from '../client';
import { accounts, institutions, itemProducts, items, syncJobs } from '../schema';
import { isLive } from './visible';

/** What pages may know of a connection. Neither Plaid's id of it nor its token is among it. */
const CONNECTION = {
  id: items.id,
  institutionName: items.institutionName,
  institutionLogo: institutions.logo,
  state: items.state,
  errorCode: items.errorCode,
  hasNewAccounts: items.hasNewAccounts,
  needsPresence: items.needsPresence,
  consentExpiresAt: items.consentExpiresAt,
  bankReachedAt: items.bankReachedAt,
  initialUpdateAt: items.initialUpdateAt,
  historicalUpdateAt: items.historicalUpdateAt,
  createdAt: items.createdAt,
  lastRunAt: syncJobs.lastRunAt,
  want: syncJobs.want,
  done: syncJobs.done,
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
        succeededAt: itemProducts.succeededAt,
      })
      .from(itemProducts)
      .where(and(eq(itemProducts.userId, userId), eq(itemProducts.itemId, itemId)));
    return { ...item, accounts: shared, products };
  });
}

function readConnections(tx: Tx) {
  return tx
    .select(CONNECTION)
    .from(items)
    .leftJoin(institutions, eq(institutions.plaidInstitutionId, items.plaidInstitutionId))
    .leftJoin(syncJobs, and(eq(syncJobs.userId, items.userId), eq(syncJobs.itemId, items.id)));
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
      closedAt: accounts.closedAt,
    })
    .from(accounts)
    .$dynamic();
}
