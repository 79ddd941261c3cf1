/** Webhooks: the event log, holding and losing them, sending one again, intact or spoilt; signing keys. */
import { z } from 'zod';
import { timestamp } from '../clock';
import type { WebhookDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { rotateKeys } from '../webhooks/webhook-keys';
import { resend } from '../webhooks/webhooks';
import { SETTINGS_ID, type World } from '../world';
import { type Control, control } from './control';

const TAMPERINGS = ['none', 'bad-signature', 'old', 'tampered', 'unsigned'] as const;

export const webhookControls: Readonly<Record<string, Control>> = {
  '/webhooks/list': control(
    z.strictObject({ item_id: z.string().optional() }),
    async (world, { item_id }) => {
      const all = await world.store.list('webhooks');
      const asked = all.filter(({ itemId }) => item_id === undefined || itemId === item_id);
      return { webhooks: asked.toSorted((a, b) => a.createdAt - b.createdAt).map(shown) };
    },
  ),
  '/webhooks/mode': control(
    z.strictObject({
      mode: z.enum(['send', 'hold', 'lose', 'duplicate']),
      order: z.enum(['kept', 'reversed']).default('kept'),
    }),
    async (world, { mode, order }) => {
      await world.store.update('settings', SETTINGS_ID, (current) => ({ ...current, webhooks: mode }));
      const isOpen = mode === 'send' || mode === 'duplicate';
      return { mode, released: isOpen ? await release(world, order) : 0 };
    },
  ),
  '/webhooks/resend': control(
    z.strictObject({ webhook_id: z.string(), tampering: z.enum(TAMPERINGS).default('none') }),
    async (world, { webhook_id, tampering }, deliver) => {
      const webhook = await world.store.find('webhooks', webhook_id);
      if (!webhook) throw plaidError('INVALID_FIELD', 'webhook_id: there is no such webhook');
      return { status: await resend(world, webhook, deliver, tampering) };
    },
  ),
  '/webhooks/rotate-keys': control(z.strictObject({}), async (world) => ({
    key_id: (await rotateKeys(world)).kid,
  })),
};

/** Held webhooks leave now, in their order or in the opposite one. */
async function release(world: World, order: 'kept' | 'reversed'): Promise<number> {
  const held = (await world.store.list('webhooks')).filter(({ state }) => state === 'held');
  for (const [index, { id }] of held.entries()) {
    const ahead = order === 'reversed' ? index : 0;
    await world.store.update(
      'webhooks',
      id,
      (current) => current && { ...current, state: 'waiting' as const, at: world.now - ahead },
    );
  }
  return held.length;
}

function shown({ id, itemId, url, type, code, body, createdAt, state, attempts }: WebhookDocument): object {
  return {
    webhook_id: id,
    item_id: itemId,
    url,
    webhook_type: type,
    webhook_code: code,
    created_at: timestamp(createdAt),
    state,
    attempts: attempts.map(({ at, status }) => ({ at: timestamp(at), status })),
    body: JSON.parse(body),
  };
}
