import 'server-only';
import { and, asc, eq, ne } from 'drizzle-orm';
import type { UserId } from '@/lib/core/id';
import { asUser } from '../client';
import { itemProducts, items, type Product } from '../schema';

/** How far a product has come at each bank, by name: on its way, there, not offered, or failed for now (S13). */
export async function listProductStates(userId: UserId, product: Product) {
  return asUser(userId, (tx) =>
    tx
      .select({ institutionName: items.institutionName, state: itemProducts.state })
      .from(items)
      .innerJoin(itemProducts, and(eq(itemProducts.userId, items.userId), eq(itemProducts.itemId, items.id)))
      .where(and(eq(items.userId, userId), ne(items.state, 'ending'), eq(itemProducts.product, product)))
      .orderBy(asc(items.institutionName)),
  );
}
