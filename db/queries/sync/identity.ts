import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { ItemId, UserId } from '@/lib/core/id';
import { asUser } from '../../client';
import { itemProducts, type Tally } from '../../schema';
import { tallyOf } from './bulk';
import { type Lease, underLease } from './jobs';

type Owners = { plaidAccountId: string; names: string[] };

/** The names of each account's owners; accounts that the answer leaves out keep theirs (S13). */
export async function saveOwners(lease: Lease, owners: Owners[]): Promise<Tally> {
  return underLease(lease, async (tx) => {
    const written = await tx.execute(sql`
      update accounts a set owner_names = x.names
      from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb) as x("plaidAccountId" text, names text[])
      where a.user_id = ${lease.userId}::uuid and a.item_id = ${lease.itemId}::uuid
        and a.plaid_account_id = x."plaidAccountId" and a.owner_names is distinct from x.names
      returning (
        select coalesce(cardinality(o.owner_names), 0) = 0 from accounts o
        where o.user_id = a.user_id and o.id = a.id) as is_new`);
    return tallyOf([...written], 0);
  });
}

/** The owners are read once more by the next run (`IDENTITY` / `DEFAULT_UPDATE`, IDN-4). */
export async function forgetIdentity(userId: UserId, itemId: ItemId): Promise<void> {
  await asUser(userId, (tx) =>
    tx
      .update(itemProducts)
      .set({ state: 'waiting' })
      .where(
        and(
          eq(itemProducts.userId, userId),
          eq(itemProducts.itemId, itemId),
          eq(itemProducts.product, 'identity'),
          eq(itemProducts.state, 'ready'),
        ),
      ),
  );
}
