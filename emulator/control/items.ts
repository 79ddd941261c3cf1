/** Items: list them, break and heal them, end their consent, open and close accounts. */
import { z } from 'zod';
import { DAY_MS } from '../clock';
import type { ItemDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { accountIdOf } from '../ids';
import { newShare } from '../items/first-load';
import { healItem } from '../items/healing';
import { planUpdates } from '../items/item-calendar';
import { errorCodeOf, updateItem } from '../items/items';
import { breakItem, expireConsent } from '../items/trouble';
import { queueWebhook } from '../webhooks/webhooks';
import { delaysOf, type World } from '../world';
import { type Control, control } from './control';

const ofItem = z.strictObject({ item_id: z.string() });
const ofAccount = z.strictObject({ item_id: z.string(), account_id: z.string() });

export const itemControls: Readonly<Record<string, Control>> = {
  '/items/list': control(z.strictObject({}), async (world) => ({
    items: (await world.store.list('items')).map((item) => shown(world, item)),
  })),
  '/items/break': control(
    ofItem.extend({ error_code: z.string().default('ITEM_LOGIN_REQUIRED') }),
    async (world, { item_id, error_code }) =>
      shown(world, await breakItem(world, await existing(world, item_id), error_code)),
  ),
  '/items/heal': control(ofItem, async (world, { item_id }) =>
    shown(world, await healItem(world, await existing(world, item_id))),
  ),
  '/items/expire-consent': control(
    ofItem.extend({ in_days: z.number().min(0).default(7) }),
    async (world, { item_id, in_days }) =>
      shown(world, await expireConsent(world, await existing(world, item_id), world.now + in_days * DAY_MS)),
  ),
  '/items/close-account': control(ofAccount, async (world, { item_id, account_id }) => {
    const accountKey = await accountKeyOf(world, item_id, account_id);
    return shown(world, await closeAccount(world, item_id, accountKey));
  }),
  '/items/open-account': control(ofAccount, async (world, { item_id, account_id }) => {
    const accountKey = await accountKeyOf(world, item_id, account_id);
    const item = await updateItem(world, item_id, (current) => ({
      ...current,
      shares: [...closed(current, accountKey, world.now).shares, newShare(world, accountKey)],
    }));
    await planUpdates(world, item);
    return shown(world, item);
  }),
  '/items/new-accounts-available': control(ofItem, async (world, { item_id }) => {
    const item = await updateItem(world, await existing(world, item_id), (current) => current);
    await queueWebhook(world, item, 'ITEM', 'NEW_ACCOUNTS_AVAILABLE', { error: null });
    return shown(world, item);
  }),
  '/items/ready': control(ofItem, async (world, { item_id }) => {
    const item = await updateItem(world, await existing(world, item_id), (current) =>
      readyNow(current, world.now),
    );
    await planUpdates(world, item);
    return shown(world, item);
  }),
  '/reset': control(z.strictObject({}), async (world) => {
    // Whoever verified a webhook before knows the key, and trusts it for a day.
    const keys = await world.store.list('webhookKeys');
    await world.store.reset();
    for (const key of keys) await world.store.update('webhookKeys', key.kid, () => key);
    world.logs.clear();
    return { delays: delaysOf(world) };
  }),
};

/** The wire's account id back to the key that the bank knows it by, shared or not. */
export async function accountKeyOf(world: World, itemId: string, accountId: string): Promise<string> {
  const item = await updateItem(world, await existing(world, itemId), (current) => current);
  const account = world.loginOf(item).accounts.find(({ key }) => accountIdOf(itemId, key) === accountId);
  if (!account) throw plaidError('INVALID_ACCOUNT_ID');
  return account.key;
}

/** The same id; ITEM_NOT_FOUND when nobody has it. */
export async function existing(world: World, itemId: string): Promise<string> {
  if (!(await world.store.find('items', itemId))) throw plaidError('ITEM_NOT_FOUND');
  return itemId;
}

/** Some banks say which account was withdrawn; at the others it is just gone (OAU-11, ACC-10). */
export async function closeAccount(world: World, itemId: string, accountKey: string): Promise<ItemDocument> {
  return updateItem(world, itemId, (current) => closed(current, accountKey, world.now));
}

function closed(item: ItemDocument, accountKey: string, now: number): ItemDocument {
  const shares = item.shares.map((share) =>
    share.accountKey === accountKey && share.until === null ? { ...share, until: now } : share,
  );
  return { ...item, shares };
}

/** Data that is still on its way arrives at once. */
function readyNow(item: ItemDocument, now: number): ItemDocument {
  const shares = item.shares.map((share) => ({
    ...share,
    initialAt: Math.min(share.initialAt, now),
    historicalAt: Math.min(share.historicalAt, now),
  }));
  return { ...item, shares };
}

/** An Item as the levers show it. */
export function shown(world: World, item: ItemDocument): object {
  const accounts = world.loginOf(item).accounts.map(({ key, name, type, subtype }) => ({
    account_id: accountIdOf(item.itemId, key),
    name,
    type,
    subtype,
    shared: item.shares.some(({ accountKey, until }) => accountKey === key && until === null),
  }));
  return {
    item_id: item.itemId,
    institution_id: item.institutionId,
    username: item.username,
    linked_on: item.linkedOn,
    webhook: item.webhook,
    error_code: errorCodeOf(item, world.now),
    client_user_id: item.clientUserId,
    accounts,
  };
}
