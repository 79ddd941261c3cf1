/**
 * Is this webhook Plaid's? Cheap refusals first, the body is parsed only after the signature holds (VER-9),
 * the algorithm is fixed before any key is looked up (VER-2).
 */
import 'server-only';
import { createHash, createPublicKey, type KeyObject, timingSafeEqual, verify } from 'node:crypto';
import { z } from 'zod';
import { findKey } from './webhook-keys';

export const MAX_WEBHOOK_BYTES = 64 * 1024;
const OLDEST_SECONDS = 300;
const NEWEST_SECONDS = 60;
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** Header, payload and the 64 bytes of an ES256 signature, each in base64url. */
const TOKEN = /^([\w-]+)\.([\w-]+)\.([\w-]{86})$/;

/** `crit` names extensions that must be understood; we understand none. */
const header = z.object({
  alg: z.literal('ES256'),
  kid: z.string().regex(UUID),
  crit: z.never().optional(),
});
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
  const token = readToken(signature);
  if (!token) return 'refused';
  const key = await findKey(token.kid, now);
  if (typeof key === 'string') return key;
  const claimed = readClaims(token, key);
  if (!claimed || !isFresh(claimed.iat, now) || !isHashOf(claimed.request_body_sha256, raw)) return 'refused';
  return { webhook: parse(raw, claimed.iat) };
}

type Token = { kid: string; signed: Buffer; payload: string; proof: Buffer };

function readToken(signature: string): Token | null {
  const [, head = '', payload = '', proof = ''] = TOKEN.exec(signature) ?? [];
  const read = header.safeParse(decode(head));
  if (!read.success) return null;
  const { kid } = read.data;
  return { kid, signed: Buffer.from(`${head}.${payload}`), payload, proof: Buffer.from(proof, 'base64url') };
}

/** Checked in place: in a storm, a promise and another thread for each need more of the processor (R11). */
function readClaims({ signed, payload, proof }: Token, key: Coordinates): z.output<typeof claims> | null {
  const isSigned = verify('sha256', signed, { key: imported(key), dsaEncoding: 'ieee-p1363' }, proof);
  const read = claims.safeParse(isSigned ? decode(payload) : null);
  return read.success ? read.data : null;
}

type Coordinates = { x: string; y: string };

const importedKeys = new WeakMap<Coordinates, KeyObject>();

/** Once for each key that is kept. */
function imported(key: Coordinates): KeyObject {
  const { x, y } = key;
  const known =
    importedKeys.get(key) ?? createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  importedKeys.set(key, known);
  return known;
}

function decode(part: string): unknown {
  return toJson(Buffer.from(part, 'base64url').toString('utf8'));
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
