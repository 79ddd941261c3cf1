/** What banks and users do to Items in their own time: endings, permission taken back, a new account. */
import { z } from 'zod';
import { DAY_MS } from '../clock';
import { parseCustomUser } from '../custom/schema';
import type { ItemDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { newShare } from '../items/first-load';
import { planEnd, planUpdates } from '../items/item-calendar';
import { updateItem } from '../items/items';
import { disconnect, revokeItem } from '../items/trouble';
import { queueWebhook } from '../webhooks/webhooks';
import { SETTINGS_ID, type World } from '../world';
import { type Control, control } from './control';
import { accountKeyOf, closeAccount, existing, shown } from './items';

const ofItem = z.strictObject({ item_id: z.string() });

const REASONS = ['INSTITUTION_MIGRATION', 'INSTITUTION_TOKEN_EXPIRATION'] as const;

export const itemLifeControls: Readonly<Record<string, Control>> = {
  '/items/expire-logins': control(
    z.strictObject({ after_days: z.number().positive().nullable().default(30) }),
    async (world, { after_days }) => expireLogins(world, after_days),
  ),
  '/items/disconnect': control(
    ofItem.extend({
      reason: z.enum(REASONS).default('INSTITUTION_TOKEN_EXPIRATION'),
      in_days: z.number().min(0).default(7),
    }),
    async (world, { item_id, reason, in_days }) => {
      const itemId = await existing(world, item_id);
      return shown(world, await disconnect(world, itemId, world.now + in_days * DAY_MS, reason));
    },
  ),
  '/items/revoke': control(ofItem, async (world, { item_id }) =>
    shown(world, await revokeItem(world, await existing(world, item_id))),
  ),
  '/items/revoke-account': control(
    ofItem.extend({ account_id: z.string() }),
    async (world, { item_id, account_id }) => {
      const accountKey = await accountKeyOf(world, item_id, account_id);
      const item = await closeAccount(world, item_id, accountKey);
      await queueWebhook(world, item, 'ITEM', 'USER_ACCOUNT_REVOKED', { account_id });
      return shown(world, item);
    },
  ),
  '/items/churn': control(
    ofItem.extend({ account_id: z.string() }),
    async (world, { item_id, account_id }) => {
      const accountKey = await accountKeyOf(world, item_id, account_id);
      const item = await churnAccount(world, item_id, accountKey);
      await planUpdates(world, item);
      return shown(world, item);
    },
  ),
  '/items/add-account': control(
    ofItem.extend({ account: z.looseObject({}) }),
    async (world, { item_id, account }) => addAccount(world, await existing(world, item_id), account),
  ),
};

/** Sandbox Items want a log-in again after a while (SBX-9); here only while this is switched on. */
async function expireLogins(world: World, afterDays: number | null): Promise<object> {
  const settings = await world.store.update('settings', SETTINGS_ID, (current) => ({
    ...current,
    loginDays: afterDays,
  }));
  const items = await world.store.list('items');
  for (const item of items) await planEnd({ ...world, settings }, item);
  return { after_days: afterDays };
}

/** The bank gives an account another id: the old one vanishes, and its rows come anew under new ids (ACC-9). */
async function churnAccount(world: World, itemId: string, formerKey: string): Promise<ItemDocument> {
  const closed = await closeAccount(world, itemId, formerKey);
  const key = `${formerKey}~${Object.keys(closed.churned ?? {}).length + 1}`;
  const own = closed.changes.filter(({ accountKey }) => accountKey === formerKey);
  const renamed = own.map((change) => ({
    ...change,
    at: world.now,
    accountKey: key,
    rowKey: key + change.rowKey.slice(formerKey.length),
  }));
  return updateItem(world, itemId, (current) => ({
    ...current,
    churned: { ...current.churned, [key]: formerKey },
    shares: [...current.shares, newShare(world, key)],
    changes: [...current.changes, ...renamed],
  }));
}

/** A custom user's file gains an account, which nobody has shared yet (SBX-14). */
async function addAccount(world: World, itemId: string, account: object): Promise<object> {
  const item = await updateItem(world, itemId, (current) => {
    const user = current.username === 'user_custom' ? parseCustomUser(current.password) : null;
    if (!user?.override_accounts) {
      throw plaidError('INVALID_FIELD', 'item_id must be that of a custom user with accounts of its own');
    }
    const { override_accounts: accounts, ...rest } = JSON.parse(current.password);
    const password = JSON.stringify({ ...rest, override_accounts: [...accounts, account] });
    if (!parseCustomUser(password)) throw plaidError('INVALID_FIELD', 'account must be one of a custom user');
    return { ...current, password };
  });
  await queueWebhook(world, item, 'ITEM', 'NEW_ACCOUNTS_AVAILABLE', { error: null });
  return shown(world, item);
}
