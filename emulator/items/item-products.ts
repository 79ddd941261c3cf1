/** How an Item gains a product after it was linked: by being asked for it. */
import type { Products } from 'plaid';
import type { ItemDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { TRANSACTIONS } from '../vocabulary';
import type { World } from '../world';
import { newShare } from './first-load';
import { planUpdates } from './item-calendar';
import { updateItem } from './items';

/** Calling a product's endpoint adds the product to the Item (LT-10), unless the user refused it (OAU-9). */
export async function addProduct(world: World, item: ItemDocument, product: Products): Promise<ItemDocument> {
  if (item.deniedProducts?.includes(product)) throw plaidError('ACCESS_NOT_GRANTED');
  if (item.products.includes(product)) return item;
  return updateItem(world, item.itemId, (current) => ({
    ...current,
    products: [...new Set([...current.products, product])],
  }));
}

/** A first call for rows starts their extraction: for as many days as it says, and in its two steps (TXN-10). */
export async function startTransactions(
  world: World,
  item: ItemDocument,
  daysRequested: number | null | undefined,
): Promise<ItemDocument> {
  if (item.deniedProducts?.includes(TRANSACTIONS)) throw plaidError('ACCESS_NOT_GRANTED');
  if (item.products.includes(TRANSACTIONS)) return item;
  const { initialAt, historicalAt } = newShare(world, '');
  const started = await updateItem(world, item.itemId, (current) => ({
    ...current,
    products: [...new Set([...current.products, TRANSACTIONS])],
    daysRequested: daysRequested ?? current.daysRequested,
    shares: current.shares.map((share) =>
      share.until === null ? { ...share, initialAt, historicalAt } : share,
    ),
  }));
  await planUpdates(world, started);
  return started;
}
