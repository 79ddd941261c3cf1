/** What stands on an Item's calendar: when its data comes, when a new day begins, when it ends. */
import { addDays } from '@/lib/core/day';
import { DAY_MS, startOf } from '../clock';
import type { ItemDocument, ItemJob } from '../documents';
import type { World } from '../world';

/** The work that tells about new data: twice for the first load, then every day. */
export async function planUpdates(world: World, item: ItemDocument): Promise<void> {
  const initialAt = Math.max(...item.shares.map((share) => share.initialAt));
  const historicalAt = Math.max(...item.shares.map((share) => share.historicalAt));
  await planJob(world, item, 'initial', initialAt);
  await planJob(world, item, 'historical', historicalAt);
  await planJob(world, item, 'day', startOf(addDays(world.today, 1)));
}

/** Puts work on the Item's calendar; the same kind of work stands there once. */
export async function planJob(
  world: World,
  { itemId }: ItemDocument,
  kind: ItemJob['kind'],
  at: number,
): Promise<void> {
  const id = `${itemId}:${kind}`;
  await world.store.update('jobs', id, () => ({ id, at, itemId, kind }));
}

/** Puts the end of the Item on its calendar, if one is in sight. */
export async function planEnd(world: World, item: ItemDocument): Promise<void> {
  const at = endOf(item, world.settings.loginDays ?? null);
  if (at !== null) await planJob(world, item, 'end', at);
}

/** When it stops working by itself: consent, connection or log-in run out, whichever is first. */
export function endOf(item: ItemDocument, loginDays: number | null): number | null {
  const signedInAt = item.signedInAt ?? item.createdAt;
  const ends = [
    item.consentExpiresAt ?? Infinity,
    item.disconnectsAt ?? Infinity,
    loginDays === null ? Infinity : signedInAt + loginDays * DAY_MS,
  ];
  const first = Math.min(...ends);
  return Number.isFinite(first) ? first : null;
}
