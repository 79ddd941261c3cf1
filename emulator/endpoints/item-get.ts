import type { ItemGetResponse, ItemStatusNullable } from 'plaid';
import { z } from 'zod';
import { timestamp } from '../clock';
import type { ItemDocument } from '../documents';
import { readiness } from '../items/first-load';
import { itemWithState } from '../items/item-on-the-wire';
import { errorCodeOf, findItem } from '../items/items';
import { accessToken, type Body, endpoint } from '../request';
import { INVESTMENTS, TRANSACTIONS } from '../vocabulary';
import type { World } from '../world';

const schema = z.strictObject({ access_token: accessToken });

/** `/item/get`: the one place where an Item in error answers, and shows its error (ITM-1, ITM-2). */
export const itemGet = endpoint(schema, async (world, { access_token }): Promise<Body<ItemGetResponse>> => {
  const item = await findItem(world, access_token);
  return { item: itemWithState(world, item), status: statusOf(world, item) };
});

function statusOf(world: World, item: ItemDocument): ItemStatusNullable {
  const { initial } = readiness(item, world.now);
  const last = initial ? timestamp(lastUpdate(world, item)) : null;
  const failed = errorCodeOf(item, world.now) === null ? null : timestamp(world.now);
  const update = { last_successful_update: last, last_failed_update: failed };
  return {
    transactions: item.products.includes(TRANSACTIONS) ? update : null,
    investments: item.products.includes(INVESTMENTS) ? update : null,
    last_webhook: item.lastWebhook && {
      sent_at: timestamp(item.lastWebhook.sentAt),
      code_sent: item.lastWebhook.code,
    },
  };
}

/** The bank is looked at every six hours (TXN-27). */
function lastUpdate(world: World, item: ItemDocument): number {
  const period = 6 * 3_600_000;
  return Math.max(item.createdAt, Math.floor(world.now / period) * period);
}
