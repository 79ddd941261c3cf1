/** The keys that webhooks are signed with: own P-256 pairs, kept in the store, never of real Plaid (VER-10). */
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { createHash } from 'node:crypto';
import type { JWKPublicKey } from 'plaid';
import type { WebhookKeyDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { nextUuid, type World } from '../world';

/** The id that the Sandbox's key has had for years; clients' own tests ask for it without any webhook. */
const FIRST_KEY = '6c5516e1-92dc-479e-a8ff-5a51992e0001';

/** The key in use; made when there is none yet. */
export async function signingKey(world: World): Promise<WebhookKeyDocument> {
  const keys = await world.store.list('webhookKeys');
  return keys.findLast(({ expiredAt }) => expiredAt === null) ?? makeKey(world, FIRST_KEY);
}

/** The public half of a key, in use or not; throws for an id that no key has (VER-4). */
export async function findPublicKey(world: World, kid: string): Promise<JWKPublicKey> {
  if (kid === FIRST_KEY) await signingKey(world);
  const key = await world.store.find('webhookKeys', kid);
  if (!key) throw plaidError('INVALID_WEBHOOK_VERIFICATION_KEY_ID');
  const { x, y, createdAt, expiredAt } = key;
  const names = { alg: 'ES256', crv: 'P-256', kty: 'EC', use: 'sig' };
  return { ...names, kid, x, y, created_at: createdAt, expired_at: expiredAt };
}

/** Puts a new key into use and all older ones out of it. */
export async function rotateKeys(world: World): Promise<WebhookKeyDocument> {
  const expiredAt = Math.floor(world.real / 1000);
  for (const { kid } of await world.store.list('webhookKeys')) {
    await world.store.update('webhookKeys', kid, (key) => key && expired(key, expiredAt));
  }
  return makeKey(world, await nextUuid(world, 'webhook-key'));
}

/** What the `Plaid-Verification` header holds for a body; `issuedAt` in real milliseconds. */
export async function signBody(key: WebhookKeyDocument, body: string, issuedAt: number): Promise<string> {
  const privateKey = await importJWK(key.privateKey, 'ES256');
  const hash = createHash('sha256').update(body).digest('hex');
  return new SignJWT({ request_body_sha256: hash })
    .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'JWT' })
    .setIssuedAt(Math.floor(issuedAt / 1000))
    .sign(privateKey);
}

/** Two webhooks that are both the first get one key. */
async function makeKey(world: World, kid: string): Promise<WebhookKeyDocument> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const { x = '', y = '', ...rest } = await exportJWK(privateKey);
  const createdAt = Math.floor(world.real / 1000);
  const made = { kid, at: world.real, privateKey: { ...rest, x, y }, x, y, createdAt, expiredAt: null };
  return world.store.update('webhookKeys', kid, (key) => key ?? made);
}

function expired(key: WebhookKeyDocument, expiredAt: number): WebhookKeyDocument {
  return { ...key, expiredAt: key.expiredAt ?? expiredAt };
}
