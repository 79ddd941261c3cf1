import type { ItemWebhookUpdateResponse } from 'plaid';
import { z } from 'zod';
import { itemOnTheWire } from '../items/item-on-the-wire';
import { findItem, updateItem } from '../items/items';
import { accessToken, type Body, endpoint, webhookUrl } from '../request';
import { queueWebhook } from '../webhooks/webhooks';

const schema = z.strictObject({ access_token: accessToken, webhook: webhookUrl.nullish() });

/** `/item/webhook/update`: acknowledged at the new address (ITM-7). */
export const itemWebhookUpdate = endpoint(
  schema,
  async (world, { access_token, webhook }): Promise<Body<ItemWebhookUpdateResponse>> => {
    const { itemId } = await findItem(world, access_token);
    const item = await updateItem(world, itemId, (current) => ({ ...current, webhook: webhook ?? null }));
    await queueWebhook(world, item, 'ITEM', 'WEBHOOK_UPDATE_ACKNOWLEDGED', {
      new_webhook_url: item.webhook,
      error: null,
    });
    return { item: itemOnTheWire(item) };
  },
);
