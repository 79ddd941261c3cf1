/** From a public token to an Item: intents first, so that a crash in between loses nothing (S10). */
import 'server-only';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { ItemId, UserId } from '@/lib/core/id';
import { asUser, type Tx } from '../../client';
import type { AccountRow } from './accounts';
import {
  accounts,
  itemProducts,
  items,
  linkIntents,
  type LinkIntentState,
  type Product,
  syncJobs,
} from '../../schema';

export type NewIntent = {
  id: string;
  /** Our id of the Item to be, made before it exists: the token is sealed for that row. */
  itemId: ItemId;
  publicTokenHash: string;
  publicTokenSealed: string;
  linkSessionId: string | null;
  plaidInstitutionId: string | null;
  /** The connection whose place the new one is to take, where that is said. */
  replacesItemId?: ItemId | null;
};

/** False when this public token was handed in before (TOK-4). */
export async function createIntent(userId: UserId, intent: NewIntent): Promise<boolean> {
  const made = await asUser(userId, (tx) =>
    tx
      .insert(linkIntents)
      .values({ userId, ...intent })
      .onConflictDoNothing({ target: [linkIntents.userId, linkIntents.publicTokenHash] })
      .returning({ id: linkIntents.id }),
  );
  return made.length > 0;
}

export type Intent = {
  id: string;
  state: LinkIntentState;
  itemId: ItemId | null;
  publicTokenSealed: string | null;
  replacesItemId: ItemId | null;
  ageSeconds: number;
};

const INTENT = {
  id: linkIntents.id,
  state: linkIntents.state,
  itemId: linkIntents.itemId,
  publicTokenSealed: linkIntents.publicTokenSealed,
  replacesItemId: linkIntents.replacesItemId,
  ageSeconds: sql<number>`extract(epoch from now() - ${linkIntents.createdAt})::int`,
};

export async function findIntent(userId: UserId, publicTokenHash: string): Promise<Intent | null> {
  const [row] = await asUser(userId, (tx) =>
    tx
      .select(INTENT)
      .from(linkIntents)
      .where(and(eq(linkIntents.userId, userId), eq(linkIntents.publicTokenHash, publicTokenHash))),
  );
  return row ?? null;
}

export async function getIntent(userId: UserId, id: string): Promise<Intent | null> {
  const [row] = await asUser(userId, (tx) =>
    tx
      .select(INTENT)
      .from(linkIntents)
      .where(and(eq(linkIntents.userId, userId), eq(linkIntents.id, id))),
  );
  return row ?? null;
}

/**
 * Ends an intent that made no Item, or one too many; one that was exchanged meanwhile has not failed. The token is
 * forgotten.
 */
export async function closeIntent(
  userId: UserId,
  id: string,
  end: { state: 'refused' | 'failed'; itemId: ItemId | null; requestId?: string | null },
): Promise<void> {
  await asUser(userId, (tx) =>
    tx
      .update(linkIntents)
      .set({ ...end, publicTokenSealed: null })
      .where(
        and(
          eq(linkIntents.userId, userId),
          eq(linkIntents.id, id),
          inArray(linkIntents.state, end.state === 'failed' ? ['started'] : ['started', 'exchanged']),
        ),
      ),
  );
}

export type NewItem = {
  id: ItemId;
  plaidItemId: string;
  accessTokenSealed: string;
  plaidInstitutionId: string | null;
  institutionName: string;
  replacesItemId?: ItemId | null;
};

const PRODUCTS: Product[] = ['accounts', 'transactions', 'recurring', 'liabilities', 'investments'];

/**
 * The Item, its job with one wanted sync, and the end of its intent: one commit. Answers its id, or that of the
 * connection which holds this very Item already; then nothing is made.
 */
export async function createItem(
  userId: UserId,
  item: NewItem,
  intent: { id: string; requestId: string },
): Promise<ItemId> {
  return asUser(userId, async (tx) => {
    const made = await tx
      .insert(items)
      .values({ userId, ...item })
      .onConflictDoNothing({ target: [items.userId, items.plaidItemId] })
      .returning({ id: items.id });
    if (made.length === 0) return holderOf(tx, userId, item.plaidItemId);
    await tx.insert(itemProducts).values(PRODUCTS.map((product) => ({ userId, itemId: item.id, product })));
    await tx.insert(syncJobs).values({ userId, itemId: item.id, want: 1, trigger: 'link' });
    await tx
      .update(linkIntents)
      .set({ state: 'exchanged', itemId: item.id, publicTokenSealed: null, requestId: intent.requestId })
      .where(and(eq(linkIntents.userId, userId), eq(linkIntents.id, intent.id)));
    return item.id;
  });
}

async function holderOf(tx: Tx, userId: UserId, plaidItemId: string): Promise<ItemId> {
  const [row] = await tx
    .select({ id: items.id })
    .from(items)
    .where(and(eq(items.userId, userId), eq(items.plaidItemId, plaidItemId)));
  if (!row) throw new Error('The connection that was in the way is gone.');
  return row.id;
}

type Found = {
  accounts: AccountRow[];
  item: { plaidInstitutionId: string | null; institutionName: string | null };
};

/** `hasEnded`: of a connection that the bank or the person has ended there, and that is still here to read. */
export type KnownAccount = {
  itemId: ItemId;
  name: string;
  mask: string | null;
  subtype: string | null;
  hasEnded: boolean;
};

/**
 * Saves the accounts at once, so that the next link already finds them; the first run writes them properly. What was
 * known at the same bank before goes to `choose`; what it answers is answered. Where that is a connection, this one
 * waits to take its place from now on, whatever becomes of the process that linked it. Of two links made at one
 * moment the second waits for the first and sees its accounts, so that they cannot both pass as new.
 */
export async function saveFirstAccounts<Former extends { itemId: ItemId }>(
  userId: UserId,
  itemId: ItemId,
  { accounts: served, item }: Found,
  choose: (known: KnownAccount[]) => Former | null,
): Promise<Former | null> {
  const { plaidInstitutionId, institutionName } = item;
  return asUser(userId, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('link:' || ${userId}::text, 0))`);
    const known = plaidInstitutionId ? await knownAccounts(tx, userId, plaidInstitutionId) : [];
    const former = choose(known.filter((account) => account.itemId !== itemId));
    await tx
      .update(items)
      .set({
        plaidInstitutionId,
        ...(institutionName ? { institutionName } : {}),
        ...(former ? { replacesItemId: former.itemId } : {}),
      })
      .where(and(eq(items.userId, userId), eq(items.id, itemId)));
    if (served.length > 0) {
      await tx
        .insert(accounts)
        .values(served.map((account) => ({ userId, itemId, ...account, balanceAt: sql`now()` })))
        .onConflictDoNothing();
    }
    return former;
  });
}

/** The person's live connections at the same bank that were there before this one, oldest first. */
export async function listOlderAt(
  userId: UserId,
  itemId: ItemId,
  plaidInstitutionId: string,
): Promise<ItemId[]> {
  const rows = await asUser(userId, (tx) =>
    tx.execute(sql`
      select o.id from items o join items n on n.user_id = o.user_id and n.id = ${itemId}::uuid
      where o.user_id = ${userId}::uuid and o.plaid_institution_id = ${plaidInstitutionId}
        and o.state <> 'ending' and (o.created_at, o.id) < (n.created_at, n.id)
      order by o.created_at, o.id`),
  );
  return [...rows].map((row) => row['id'] as ItemId);
}

/** Open accounts of the person's working connections at one bank, by the bank's own names (DUP-2). */
export async function listAccountsAt(userId: UserId, plaidInstitutionId: string): Promise<KnownAccount[]> {
  const known = await listKnownAccounts(userId, plaidInstitutionId);
  return known.filter(({ hasEnded }) => !hasEnded);
}

/** The same, with those of connections that have ended: they are still in every total. */
export function listKnownAccounts(userId: UserId, plaidInstitutionId: string): Promise<KnownAccount[]> {
  return asUser(userId, (tx) => knownAccounts(tx, userId, plaidInstitutionId));
}

function knownAccounts(tx: Tx, userId: UserId, plaidInstitutionId: string): Promise<KnownAccount[]> {
  return tx
    .select({
      itemId: accounts.itemId,
      name: accounts.bankName,
      mask: accounts.mask,
      subtype: accounts.subtype,
      hasEnded: sql<boolean>`${items.state} = 'revoked'`,
    })
    .from(accounts)
    .innerJoin(items, and(eq(items.userId, accounts.userId), eq(items.id, accounts.itemId)))
    .where(
      and(
        eq(accounts.userId, userId),
        eq(items.plaidInstitutionId, plaidInstitutionId),
        ne(items.state, 'ending'),
        sql`${accounts.closedAt} is null`,
      ),
    );
}
