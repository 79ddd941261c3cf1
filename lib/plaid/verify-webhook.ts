/**
 * Is this webhook Plaid's? Cheap refusals first, the body is parsed only after the signature holds (VER-9),
 * the algorithm is fixed before any key is looked up (VER-2).
 */
import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { z } from 'zod';
import { findKey } from './webhook-keys';

export const MAX_WEBHOOK_BYTES = 64 * 1024;
const OLDEST_SECONDS = 300;
const NEWEST_SECONDS = 60;
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const claims = z.object({ iat: z.number(), request_body_sha256: z.string() });

const body = z.looseObject({
  webhook_type: z.string(),
  webhook_code: z.string(),
  item_id: z.string().nullish(),
  environment: z.string().nullish(),
});

export type Webhook = {
  type: string;
  code: string;
  plaidItemId: string | null;
  environment: string | null;
  body: Record<string, unknown>;
  /** Of body and time of issue: the same for an exact replay, and for nothing else (WHK-4). */
  key: string;
};

/** `refused` tells a sender nothing more; `unavailable` asks it to come again. */
export type Verdict = { webhook: Webhook } | 'refused' | 'unavailable';

/** `signature` is the `Plaid-Verification` header, `raw` the body's bytes as they came (VER-8), `now` in milliseconds. */
export async function verifyWebhook(
  signature: string | null,
  raw: Uint8Array,
  now: number,
): Promise<Verdict> {
  if (!signature || raw.byteLength > MAX_WEBHOOK_BYTES) return 'refused';
  const kid = keyIdOf(signature);
  if (!kid) return 'refused';
  const key = await findKey(kid, now);
  if (typeof key === 'string') return key;
  const claimed = await readClaims(signature, key);
  if (!claimed || !isFresh(claimed.iat, now) || !isHashOf(claimed.request_body_sha256, raw)) return 'refused';
  return { webhook: parse(raw, claimed.iat) };
}

function keyIdOf(signature: string): string | null {
  try {
    const { alg, kid } = decodeProtectedHeader(signature);
    return alg === 'ES256' && typeof kid === 'string' && UUID.test(kid) ? kid : null;
  } catch {
    return null;
  }
}

async function readClaims(
  signature: string,
  key: { x: string; y: string },
): Promise<z.output<typeof claims> | null> {
  try {
    const { payload } = await compactVerify(signature, await imported(key), { algorithms: ['ES256'] });
    return claims.parse(JSON.parse(Buffer.from(payload).toString('utf8')));
  } catch {
    return null;
  }
}

const importedKeys = new WeakMap<object, ReturnType<typeof importJWK>>();

/** Once for each key that is kept: in a storm, importing it anew would cost as much as checking a signature. */
function imported(key: { x: string; y: string }): ReturnType<typeof importJWK> {
  const known = importedKeys.get(key) ?? importJWK({ kty: 'EC', crv: 'P-256', x: key.x, y: key.y }, 'ES256');
  importedKeys.set(key, known);
  return known;
}

function isFresh(iat: number, now: number): boolean {
  const age = now / 1000 - iat;
  return age <= OLDEST_SECONDS && age >= -NEWEST_SECONDS;
}

function isHashOf(claimed: string, raw: Uint8Array): boolean {
  const actual = createHash('sha256').update(raw).digest();
  const expected = Buffer.from(claimed, 'hex');
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** Signed by Plaid and of a shape that we do not know: kept for a person to look at, and answered like any other (WHK-6). */
const UNREADABLE = { type: 'UNREADABLE', code: 'UNREADABLE', plaidItemId: null, environment: null };

function parse(raw: Uint8Array, iat: number): Webhook {
  const text = Buffer.from(raw).toString('utf8').replaceAll('\0', '');
  const key = createHash('sha256').update(raw).update(`\n${iat}`).digest('hex');
  const parsed = body.safeParse(toJson(text));
  if (!parsed.success) return { ...UNREADABLE, body: { text }, key };
  const { webhook_type, webhook_code, item_id, environment } = parsed.data;
  return {
    type: webhook_type,
    code: webhook_code,
    plaidItemId: item_id ?? null,
    environment: environment ?? null,
    body: parsed.data,
    key,
  };
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
