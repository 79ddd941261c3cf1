import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { answerThrough } from '@/lib/plaid/client';
import { verifyWebhook } from '@/lib/plaid/verify-webhook';
import { forgetKeys } from '@/lib/plaid/webhook-keys';

const NOW = Date.parse('2026-03-14T12:00:00Z');
const body =
  '{\n  "webhook_type": "TRANSACTIONS",\n  "webhook_code": "SYNC_UPDATES_AVAILABLE",\n  "item_id": "abc"\n}';
const bytes = (text: string) => new TextEncoder().encode(text);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

type Pair = { kid: string; privateKey: CryptoKey; jwk: object; expiredAt: number | null };
const served = new Map<string, Pair>();
let lookUps = 0;

async function aKey(expiredAt: number | null = null): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const pair = { kid: randomUUID(), privateKey, jwk: await exportJWK(publicKey), expiredAt };
  served.set(pair.kid, pair);
  return pair;
}

type Change = { iat?: number; hash?: string; kid?: string };

function sign(
  pair: Pair,
  { iat = NOW / 1000, hash = sha256(body), kid = pair.kid }: Change = {},
): Promise<string> {
  return new SignJWT({ request_body_sha256: hash })
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'JWT' })
    .setIssuedAt(iat)
    .sign(pair.privateKey);
}

beforeEach(() => {
  forgetKeys();
  served.clear();
  lookUps = 0;
  answerThrough(async (call: { data?: string }) => {
    lookUps += 1;
    const { key_id } = JSON.parse(call.data ?? '{}') as { key_id: string };
    const pair = served.get(key_id);
    if (!pair) throw refusal('INVALID_INPUT', 'INVALID_WEBHOOK_VERIFICATION_KEY_ID');
    const names = { alg: 'ES256', use: 'sig', kid: key_id, created_at: 1, expired_at: pair.expiredAt };
    return { data: { key: { ...pair.jwk, ...names }, request_id: 'r' }, status: 200 };
  });
});

function refusal(error_type: string, error_code: string) {
  const data = { error_type, error_code, error_message: '', display_message: null, request_id: 'r' };
  return Object.assign(new Error('refused'), { response: { status: 400, data, headers: {} } });
}

test('a webhook signed by a served key is what it says', async () => {
  const verdict = await verifyWebhook(await sign(await aKey()), bytes(body), NOW);
  expect(verdict).toMatchObject({
    webhook: { type: 'TRANSACTIONS', code: 'SYNC_UPDATES_AVAILABLE', plaidItemId: 'abc' },
  });
});

test('check 7: one changed byte, other white space, or no signature at all is refused', async () => {
  const signature = await sign(await aKey());
  expect(await verifyWebhook(signature, bytes(body.replace('abc', 'abd')), NOW)).toBe('refused');
  expect(await verifyWebhook(signature, bytes(JSON.stringify(JSON.parse(body))), NOW)).toBe('refused');
  expect(await verifyWebhook(null, bytes(body), NOW)).toBe('refused');
  expect(await verifyWebhook('not.a.token', bytes(body), NOW)).toBe('refused');
});

test('check 7: five minutes old is the limit, and a minute ahead', async () => {
  const pair = await aKey();
  const at = async (seconds: number) =>
    verifyWebhook(await sign(pair, { iat: NOW / 1000 + seconds }), bytes(body), NOW);
  expect(await at(-300)).toHaveProperty('webhook');
  expect(await at(60)).toHaveProperty('webhook');
  expect(await at(-301)).toBe('refused');
  expect(await at(61)).toBe('refused');
});

test('check 7: another algorithm, or none, is refused before any key is looked up', async () => {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const payload = encode({ iat: NOW / 1000, request_body_sha256: sha256(body) });
  const none = `${encode({ alg: 'none', kid: randomUUID() })}.${payload}.`;
  const symmetric = await new SignJWT({ request_body_sha256: sha256(body) })
    .setProtectedHeader({ alg: 'HS256', kid: randomUUID() })
    .setIssuedAt(NOW / 1000)
    .sign(new TextEncoder().encode('a secret that is long enough for it'));
  expect(await verifyWebhook(none, bytes(body), NOW)).toBe('refused');
  expect(await verifyWebhook(symmetric, bytes(body), NOW)).toBe('refused');
  expect(lookUps).toBe(0);
});

test('a signature that asks for an extension, or has another number of parts, is refused unasked', async () => {
  const pair = await aKey();
  const [, payload = '', proof = ''] = (await sign(pair)).split('.');
  const header = (more: object) =>
    Buffer.from(JSON.stringify({ alg: 'ES256', kid: pair.kid, ...more })).toString('base64url');
  const critical = `${header({ crit: ['b64'], b64: false })}.${payload}.${proof}`;
  for (const token of [critical, `${header({})}.${payload}`, `${header({})}.${payload}.${proof}.${proof}`]) {
    expect(await verifyWebhook(token, bytes(body), NOW)).toBe('refused');
  }
  expect(lookUps).toBe(0);
});

test('check 7: a signature with any one character changed, lost or put in is refused, and nothing is thrown', async () => {
  const signature = await sign(await aKey());
  const decoded = (token: string) =>
    token
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('hex'))
      .join('.');
  const characters = '.ABgwz09-_=+/ \0'.split('');
  await fc.assert(
    fc.asyncProperty(
      fc.nat(signature.length - 1),
      fc.nat(1),
      fc.constantFrom('', ...characters),
      async (at, lost, put) => {
        const forged = signature.slice(0, at) + put + signature.slice(at + lost);
        // The last character has bits that stand for nothing; with those changed it is the same signature.
        fc.pre(
          forged !== signature &&
            (forged.length !== signature.length || decoded(forged) !== decoded(signature)),
        );
        expect(await verifyWebhook(forged, bytes(body), NOW)).not.toHaveProperty('webhook');
      },
    ),
    { numRuns: 2000 },
  );
});

test('check 7: a key that somebody made up is refused, asked for once, and at most ten a minute', async () => {
  const pair = await aKey();
  const forged = await sign(pair, { kid: randomUUID() });
  expect(await verifyWebhook(forged, bytes(body), NOW)).toBe('refused');
  expect(await verifyWebhook(forged, bytes(body), NOW)).toBe('refused');
  expect(lookUps).toBe(1);
  for (let i = 0; i < 30; i++) await verifyWebhook(await sign(pair, { kid: randomUUID() }), bytes(body), NOW);
  expect(lookUps).toBe(10);
});

test('somebody else’s signature under a served key’s id is refused', async () => {
  const [served, stranger] = [await aKey(), await aKey()];
  expect(await verifyWebhook(await sign(stranger, { kid: served.kid }), bytes(body), NOW)).toBe('refused');
});

test('check 8: a rotated key is accepted after one look, and the old one, now expired, no more', async () => {
  const old = await aKey();
  expect(await verifyWebhook(await sign(old), bytes(body), NOW)).toHaveProperty('webhook');
  old.expiredAt = NOW / 1000;
  const fresh = await aKey();
  expect(await verifyWebhook(await sign(fresh), bytes(body), NOW)).toHaveProperty('webhook');
  expect(await verifyWebhook(await sign(old), bytes(body), NOW)).toBe('refused');
});

test('a body that is too large is refused unread', async () => {
  expect(await verifyWebhook(await sign(await aKey()), new Uint8Array(64 * 1024 + 1), NOW)).toBe('refused');
  expect(lookUps).toBe(0);
});

test('what Plaid signed and we cannot read is let in as unreadable, so that it is kept (WHK-6)', async () => {
  const pair = await aKey();
  for (const text of ['[]', '{"webhook_code": 7}', 'not json']) {
    const signature = await sign(pair, { hash: sha256(text) });
    expect(await verifyWebhook(signature, bytes(text), NOW)).toMatchObject({
      webhook: { type: 'UNREADABLE', plaidItemId: null, body: { text } },
    });
  }
});
