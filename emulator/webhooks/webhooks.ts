/**
 * Webhooks: written down when something happens, signed and sent when due, tried again when refused
 * (sections 22 and 23). The list of them is the event log.
 */
import type { ItemDocument, WebhookDocument } from '../documents';
import { updateItem } from '../items/items';
import { delaysOf, nextNumber, type World } from '../world';
import { signBody, signingKey } from './webhook-keys';

export type Deliver = (request: Request) => Promise<Response>;

/** What goes over the wire is changed on purpose, for tests of a receiver (VER-10). */
type Tampering = 'none' | 'bad-signature' | 'old' | 'tampered' | 'unsigned';

/** What becomes of a new webhook while the switch is there. */
const STATES = { send: 'waiting', duplicate: 'waiting', hold: 'held', lose: 'lost' } as const;

const NEVER = Number.MAX_SAFE_INTEGER;
const PATIENCE_MS = 10_000;

/** Notes a webhook of an Item; nothing happens where it has no address. */
export async function queueWebhook(
  world: World,
  item: ItemDocument,
  type: string,
  code: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (item.webhook === null) return;
  await queueAt(world, item.webhook, item.itemId, type, code, { item_id: item.itemId, ...fields });
  await updateItem(world, item.itemId, (current) => ({
    ...current,
    lastWebhook: { sentAt: world.now, code },
  }));
}

/** Notes a webhook that belongs to an address rather than to an Item, like those of Link sessions. */
export async function queueAt(
  world: World,
  url: string,
  itemId: string | null,
  type: string,
  code: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  // Ids ascend, so that those of one moment leave in their order.
  const id = `webhook-${String(await nextNumber(world, 'webhook')).padStart(9, '0')}`;
  const payload = { webhook_type: type, webhook_code: code, ...fields, environment: 'sandbox' };
  const body = JSON.stringify(payload, null, 2);
  const state = STATES[world.settings.webhooks ?? 'send'];
  await world.store.update('webhooks', id, () => ({
    id,
    at: state === 'waiting' ? world.now : NEVER,
    itemId,
    url,
    type,
    code,
    body,
    createdAt: world.now,
    state,
    attempts: [],
  }));
}

/** Sends what is due: in order to each address, and to one without waiting for another that is slow. */
export async function deliverDue(world: World, deliver: Deliver): Promise<void> {
  const due = await world.store.list('webhooks', { until: world.now, limit: 100 });
  const addresses = [...new Set(due.map(({ url }) => url))];
  await Promise.all(
    addresses.map(async (address) => {
      for (const { id, url } of due) if (url === address) await deliverOne(world, id, deliver);
    }),
  );
}

/** It is claimed first, so that several processes do not send it twice. */
async function deliverOne(world: World, id: string, deliver: Deliver): Promise<void> {
  const claimed = await claim(world, id);
  if (!claimed) return;
  const status = await send(world, claimed, deliver, 'none');
  await world.store.update('webhooks', id, (webhook) => webhook && afterAttempt(world, webhook, status));
  if (world.settings.webhooks === 'duplicate') await resend(world, claimed, deliver, 'none');
}

/** Sends one webhook again, now, intact or spoilt; the log keeps what was answered. */
export async function resend(
  world: World,
  webhook: WebhookDocument,
  deliver: Deliver,
  tampering: Tampering,
): Promise<number> {
  const status = await send(world, webhook, deliver, tampering);
  await world.store.update(
    'webhooks',
    webhook.id,
    (current) => current && { ...current, attempts: [...current.attempts, { at: world.now, status }] },
  );
  return status;
}

/** A sender that died in the middle is followed by another after a minute. */
async function claim(world: World, id: string): Promise<WebhookDocument | null> {
  let claimed = false;
  const webhook = await world.store.update('webhooks', id, (current) => {
    claimed = current !== undefined && current.at <= world.now;
    if (!claimed || !current) return current;
    return { ...current, state: 'sending' as const, at: world.now + 6 * PATIENCE_MS };
  });
  return claimed && webhook ? webhook : null;
}

async function send(
  world: World,
  { url, body }: WebhookDocument,
  deliver: Deliver,
  tampering: Tampering,
): Promise<number> {
  const key = await signingKey(world);
  const issuedAt = tampering === 'old' ? world.real - 3_600_000 : world.real;
  const signature = await signBody(key, body, issuedAt);
  const headers = new Headers({ 'content-type': 'application/json' });
  if (tampering !== 'unsigned') {
    headers.set('plaid-verification', tampering === 'bad-signature' ? spoilt(signature) : signature);
  }
  const sent = tampering === 'tampered' ? body.replace('{', '{ ') : body;
  try {
    const signal = AbortSignal.timeout(delaysOf(world).webhookPatience ?? PATIENCE_MS);
    // A redirect is an answer like any other, and not 200 (WHK-2, WHK-10).
    const post = { method: 'POST', headers, body: sent, signal, redirect: 'manual' } as const;
    const response = await deliver(new Request(url, post));
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}

function afterAttempt(world: World, webhook: WebhookDocument, status: number): WebhookDocument {
  const attempts = [...webhook.attempts, { at: world.now, status }];
  if (status === 200) return { ...webhook, attempts, state: 'delivered', at: NEVER };
  const delay = delaysOf(world).webhookRetries[attempts.length - 1];
  if (delay === undefined) return { ...webhook, attempts, state: 'failed', at: NEVER };
  return { ...webhook, attempts, state: 'waiting', at: world.now + delay };
}

/** Another last byte, so that the signature is well-formed and wrong. */
function spoilt(token: string): string {
  const [header, claims, signature = ''] = token.split('.');
  const first = signature.startsWith('A') ? 'B' : 'A';
  return [header, claims, `${first}${signature.slice(1)}`].join('.');
}
