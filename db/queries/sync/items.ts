/** The engine's view of an Item: its token, its cursor, and what is known of its health. */
import 'server-only';
import { and, eq, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { ItemId, UserId } from '@/lib/core/id';
import { asUser, type Tx } from '../../client';
import { type ItemState, itemProducts, items, type Product, type ProductState } from '../../schema';
import { type Lease, underLease } from './jobs';

export type { Product };

export type SyncItem = {
  plaidItemId: string;
  accessTokenSealed: string;
  plaidInstitutionId: string | null;
  institutionName: string;
  /** The connection whose place it waits to take. */
  replacesItemId: ItemId | null;
  state: ItemState;
  transactionsCursor: string | null;
  epoch: number;
  isRebuilding: boolean;
  historicalUpdateAt: Date | null;
  initialUpdateAt: Date | null;
  errorCode: string | null;
  disconnectsAt: Date | null;
  isInvestmentsFallback: boolean;
  /** A new token was asked for, and has not been stored yet. */
  tokenRotationAt: Date | null;
  /** Whether the names of the owners were read, and no news came since. */
  hasIdentity: boolean;
};

/** Null for a foreign or missing id. */
export function findSyncItem(userId: UserId, itemId: ItemId): Promise<SyncItem | null> {
  return asUser(userId, (tx) => readSyncItem(tx, userId, itemId));
}

/** The only query that reads the sealed token. */
export async function readSyncItem(tx: Tx, userId: UserId, itemId: ItemId): Promise<SyncItem | null> {
  const [row] = await tx
    .select({
      plaidItemId: items.plaidItemId,
      accessTokenSealed: items.accessTokenSealed,
      plaidInstitutionId: items.plaidInstitutionId,
      institutionName: items.institutionName,
      replacesItemId: items.replacesItemId,
      state: items.state,
      transactionsCursor: items.transactionsCursor,
      epoch: items.epoch,
      isRebuilding: items.isRebuilding,
      historicalUpdateAt: items.historicalUpdateAt,
      initialUpdateAt: items.initialUpdateAt,
      errorCode: items.errorCode,
      disconnectsAt: items.disconnectsAt,
      isInvestmentsFallback: items.isInvestmentsFallback,
      tokenRotationAt: items.tokenRotationAt,
      hasIdentity: sql<boolean>`exists (select from item_products p where p.user_id = items.user_id
        and p.item_id = items.id and p.product = 'identity' and p.state = 'ready')`,
    })
    .from(items)
    .where(mine(userId, itemId));
  return row ?? null;
}

/** Ids of the person's connections that are alive. */
export async function listItemIds(userId: UserId): Promise<ItemId[]> {
  const rows = await asUser(userId, (tx) =>
    tx
      .select({ id: items.id })
      .from(items)
      .where(and(eq(items.userId, userId), ne(items.state, 'ending'))),
  );
  return rows.map(({ id }) => id);
}

type Moved = { cursor: string; history: 'initial' | 'complete' | 'none' };

/** Part of the commit that applies an update; the cursor is never the empty text (TXN-7). */
export async function moveCursor(
  tx: Tx,
  { userId, itemId }: Lease,
  { cursor, history }: Moved,
): Promise<void> {
  if (cursor === '') throw new Error('An empty cursor is no progress.');
  const stamp = (column: typeof items.initialUpdateAt) => sql`coalesce(${column}, now())`;
  await tx
    .update(items)
    .set({
      transactionsCursor: cursor,
      isRebuilding: false,
      ...(history === 'none' ? {} : { initialUpdateAt: stamp(items.initialUpdateAt) }),
      ...(history === 'complete' ? { historicalUpdateAt: stamp(items.historicalUpdateAt) } : {}),
    })
    .where(mine(userId, itemId));
}

/** The stored cursor does not hold any more: read everything again in a new epoch; rows stay meanwhile (S2). */
export async function startRebuild(lease: Lease): Promise<void> {
  await underLease(lease, (tx) =>
    tx
      .update(items)
      .set({ epoch: sql`${items.epoch} + 1`, isRebuilding: true })
      .where(mine(lease.userId, lease.itemId)),
  );
}

export type Facts = {
  plaidInstitutionId?: string;
  institutionName?: string;
  consentExpiresAt?: Date | null;
  needsPresence?: boolean;
  webhookUrl?: string | null;
  isInvestmentsFallback?: boolean;
  bankReachedAt?: Date;
};

/** `reached`: when Plaid last looked at the bank for a product, where it says so (ITM-3). */
export async function saveFacts(
  lease: Lease,
  facts: Facts,
  reached: Partial<Record<Product, Date | null>> = {},
): Promise<void> {
  const { userId, itemId } = lease;
  await underLease(lease, async (tx) => {
    await tx.update(items).set(facts).where(mine(userId, itemId));
    for (const [product, at] of Object.entries(reached)) {
      await tx
        .update(itemProducts)
        .set({ bankReachedAt: at })
        .where(
          and(
            eq(itemProducts.userId, userId),
            eq(itemProducts.itemId, itemId),
            sql`${itemProducts.product} = ${product}`,
          ),
        );
    }
  });
}

/** `at`: when it was seen, now unless said. */
export type Evidence = {
  state: ItemState;
  errorType?: string | null;
  errorCode?: string | null;
  /** When the bank is going to end the connection, where it gave notice (ITM-8). */
  disconnectsAt?: Date | null;
  disconnectReason?: string | null;
  at?: Date;
};

/** Follows the newest evidence: what was seen earlier than the present state changes nothing (S12). */
export async function saveState(userId: UserId, itemId: ItemId, evidence: Evidence): Promise<void> {
  const { state, errorType = null, errorCode = null } = evidence;
  const { disconnectsAt = null, disconnectReason = null } = evidence;
  const at = evidence.at ?? sql`now()`;
  await asUser(userId, (tx) =>
    tx
      .update(items)
      .set({ state, errorType, errorCode, disconnectsAt, disconnectReason, stateAt: at })
      .where(and(mine(userId, itemId), lte(items.stateAt, at), ne(items.state, 'ending'))),
  );
}

const WELL = {
  state: 'healthy',
  errorType: null,
  errorCode: null,
  disconnectsAt: null,
  disconnectReason: null,
} as const;

/** A call that succeeded clears what only calls can show; a warning with a date stays until it is renewed. */
export async function clearTrouble(
  userId: UserId,
  itemId: ItemId,
  of: ItemState[],
  seenAt?: Date,
): Promise<void> {
  const at = seenAt ?? sql`now()`;
  await asUser(userId, (tx) =>
    tx
      .update(items)
      .set({ ...WELL, stateAt: at })
      .where(and(mine(userId, itemId), lte(items.stateAt, at), inArray(items.state, of))),
  );
}

/** Where Plaid was told to send the Item's webhooks (ITM-7). */
export async function saveWebhookUrl(userId: UserId, itemId: ItemId, webhookUrl: string): Promise<void> {
  await asUser(userId, (tx) => tx.update(items).set({ webhookUrl }).where(mine(userId, itemId)));
}

/** `seenAt`: when it was seen, now unless said; a message from before the person's last choice changes nothing. */
export async function markNewAccounts(
  userId: UserId,
  itemId: ItemId,
  hasNewAccounts: boolean,
  seenAt?: Date,
): Promise<void> {
  const at = seenAt ?? sql`now()`;
  await asUser(userId, (tx) =>
    tx
      .update(items)
      .set({ hasNewAccounts, newAccountsAt: at })
      .where(and(mine(userId, itemId), or(isNull(items.newAccountsAt), lte(items.newAccountsAt, at)))),
  );
}

/** Without a `state` the product stays what it was: a passing failure does not undo what is known. */
export type ProductResult = { product: Product; state?: ProductState; errorCode?: string | null };

/** Each product alone: what it last came to, and when it last succeeded (S13). */
export async function saveProduct(
  lease: Lease,
  { product, state, errorCode = null }: ProductResult,
): Promise<void> {
  const { userId, itemId } = lease;
  const outcome = {
    ...(state ? { state } : {}),
    errorCode,
    attemptedAt: sql`now()`,
    ...(state === 'ready' ? { succeededAt: sql`now()` } : {}),
  };
  await underLease(lease, (tx) =>
    tx
      .insert(itemProducts)
      .values({ userId, itemId, product, ...outcome })
      .onConflictDoUpdate({
        target: [itemProducts.userId, itemProducts.itemId, itemProducts.product],
        set: outcome,
      }),
  );
}

function mine(userId: UserId, itemId: ItemId) {
  return and(eq(items.userId, userId), eq(items.id, itemId));
}
