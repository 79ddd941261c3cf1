/** Banks where a log-in has one connection at a time (DUP-4). */
import type { ItemDocument } from '../documents';
import { findInstitution } from '../institutions/institutions';
import type { World } from '../world';
import { breakItem } from './trouble';

/** The person has signed in once more: what they had shared with this app by the same log-in ends. */
export async function endEarlierItems(world: World, item: ItemDocument): Promise<void> {
  if (!findInstitution(item.institutionId)?.oneSession) return;
  for (const other of await world.store.list('items')) {
    if (other.itemId !== item.itemId && other.errorCode === null && isSameLogIn(other, item)) {
      await breakItem(world, other.itemId, 'ITEM_LOGIN_REQUIRED');
    }
  }
}

function isSameLogIn(one: ItemDocument, other: ItemDocument): boolean {
  return (
    one.institutionId === other.institutionId &&
    one.username === other.username &&
    one.password === other.password &&
    one.clientUserId === other.clientUserId
  );
}
