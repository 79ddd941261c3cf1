import { createHash } from 'node:crypto';
import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { Products, SandboxItemFireWebhookRequestWebhookCodeEnum as Code } from 'plaid';
import { describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '@/emulator';
import { anEmulator, plaidClientFor, steer } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { refusal } from '../support/plaid-refusal';

const HOOK = 'https://app.test/api/plaid/webhook';

type Received = { readonly headers: Headers; readonly text: string; readonly body: Record<string, unknown> };

/** An emulator whose webhooks end in a list; `answers` are the statuses given, 200 after the last. */
function listening(options: Partial<EmulatorOptions> = {}, answers: number[] = []) {
  const received: Received[] = [];
  const emulator = anEmulator({
    ...options,
    deliver: async (request) => {
      const text = await request.text();
      received.push({ headers: request.headers, text, body: JSON.parse(text) });
      return new Response(null, { status: answers.shift() ?? 200 });
    },
  });
  const codes = async () => {
    await emulator.idle();
    return received.map(({ body }) => body['webhook_code']);
  };
  return { emulator, plaid: plaidClientFor(emulator), received, codes };
}

describe('a webhook', () => {
  it('is signed so that its receiver can verify it with the published key', async () => {
    const { emulator, plaid, received } = listening();
    const { accessToken: access_token, itemId } = await linkedItem(plaid, { webhook: HOOK });
    await emulator.idle();
    await plaid.sandboxItemFireWebhook({ access_token, webhook_code: Code.SyncUpdatesAvailable });
    await emulator.idle();
    const { headers, text, body } = received.at(-1) ?? failed();
    const token = headers.get('Plaid-Verification') ?? '';
    const { alg, kid = '', typ } = decodeProtectedHeader(token);
    expect({ alg, typ }).toEqual({ alg: 'ES256', typ: 'JWT' });
    const { key } = (await plaid.webhookVerificationKeyGet({ key_id: kid })).data;
    const publicKey = await importJWK({ kty: key.kty, crv: key.crv, x: key.x, y: key.y }, 'ES256');
    const { payload } = await jwtVerify(token, publicKey, { algorithms: ['ES256'], maxTokenAge: '5 min' });
    expect(payload['request_body_sha256']).toBe(createHash('sha256').update(text).digest('hex'));
    expect(text).toBe(JSON.stringify(body, null, 2));
    expect(body).toMatchObject({ webhook_type: 'TRANSACTIONS', item_id: itemId, environment: 'sandbox' });
  });

  it('is tried again twice when it is refused, and then given up', async () => {
    const { emulator, plaid, received } = listening({}, [500, 500, 500, 500]);
    await linkedItem(plaid, { webhook: HOOK, products: [Products.Identity] });
    const { accessToken: access_token } = await linkedItem(plaid, { products: [Products.Identity] });
    await plaid.itemWebhookUpdate({ access_token, webhook: HOOK });
    await emulator.idle();
    await emulator.idle();
    await emulator.idle();
    expect(received).toHaveLength(3);
    const log = await steer(emulator, '/webhooks/list');
    expect(log).toMatchObject({
      webhooks: [{ state: 'failed', attempts: [{ status: 500 }, { status: 500 }, { status: 500 }] }],
    });
  });

  it('can be sent badly signed, old, tampered or unsigned on demand', async () => {
    const { emulator, plaid, received } = listening();
    const { accessToken: access_token } = await linkedItem(plaid, { products: [Products.Identity] });
    await plaid.itemWebhookUpdate({ access_token, webhook: HOOK });
    await emulator.idle();
    const log = JSON.stringify(await steer(emulator, '/webhooks/list'));
    const webhook_id = /"webhook_id":"([^"]+)"/.exec(log)?.[1];
    const { kid = '' } = decodeProtectedHeader(received[0]?.headers.get('plaid-verification') ?? '');
    const { key } = (await plaid.webhookVerificationKeyGet({ key_id: kid })).data;
    const publicKey = await importJWK({ kty: key.kty, crv: key.crv, x: key.x, y: key.y }, 'ES256');
    const send = async (tampering: string) => {
      await steer(emulator, '/webhooks/resend', { webhook_id, tampering });
      const { headers, text } = received.at(-1) ?? failed();
      return { token: headers.get('plaid-verification') ?? '', text };
    };
    await expect(jwtVerify((await send('bad-signature')).token, publicKey)).rejects.toThrow('signature');
    const old = await send('old');
    await expect(jwtVerify(old.token, publicKey, { maxTokenAge: '5 min' })).rejects.toThrow('iat');
    const tampered = await send('tampered');
    const { payload } = await jwtVerify(tampered.token, publicKey);
    const hash = createHash('sha256').update(tampered.text).digest('hex');
    expect(payload['request_body_sha256']).not.toBe(hash);
    expect((await send('unsigned')).token).toBe('');
  });

  it('is signed with a new key after a rotation, and the old key shows its end', async () => {
    const { emulator, plaid, received } = listening();
    const { accessToken: access_token } = await linkedItem(plaid, { products: [Products.Identity] });
    const kidAfter = async (webhook: string) => {
      await plaid.itemWebhookUpdate({ access_token, webhook });
      await emulator.idle();
      return decodeProtectedHeader(received.at(-1)?.headers.get('plaid-verification') ?? '').kid ?? '';
    };
    const before = await kidAfter(`${HOOK}/1`);
    await steer(emulator, '/webhooks/rotate-keys');
    const after = await kidAfter(`${HOOK}/2`);
    expect(after).not.toBe(before);
    const old = await plaid.webhookVerificationKeyGet({ key_id: before });
    const current = await plaid.webhookVerificationKeyGet({ key_id: after });
    expect(old.data.key.expired_at).toEqual(expect.any(Number));
    expect(current.data.key.expired_at).toBeNull();
    const unknown = plaid.webhookVerificationKeyGet({ key_id: 'nobody' });
    expect((await refusal(unknown)).code).toBe('INVALID_WEBHOOK_VERIFICATION_KEY_ID');
  });
});

describe('the key of the Sandbox', () => {
  const SANDBOX_KEY = '6c5516e1-92dc-479e-a8ff-5a51992e0001';

  it('is there before any webhook, and survives a reset', async () => {
    const emulator = anEmulator();
    const plaid = plaidClientFor(emulator);
    const ask = async () => (await plaid.webhookVerificationKeyGet({ key_id: SANDBOX_KEY })).data.key;
    const [key, again] = await Promise.all([ask(), ask()]);
    expect(again).toEqual(key);
    await steer(emulator, '/reset');
    expect(await ask()).toEqual(key);
  });
});

describe('an Item tells', () => {
  const AT = {
    realTime: () => Date.parse('2026-03-14T12:00:00Z'),
    delays: { initial: 1000, historical: 5000, webhookRetries: [] },
  };

  it('of new rows only after its first sync', async () => {
    const { emulator, plaid, codes } = listening(AT);
    const { accessToken: access_token } = await linkedItem(plaid, { webhook: HOOK });
    await steer(emulator, '/clock/advance', { ms: 1000 });
    expect(await codes()).toEqual(['INITIAL_UPDATE']);
    await plaid.transactionsSync({ access_token });
    await steer(emulator, '/clock/advance', { ms: 4000 });
    expect(await codes()).toEqual([
      'INITIAL_UPDATE',
      'SYNC_UPDATES_AVAILABLE',
      'HISTORICAL_UPDATE',
      'RECURRING_TRANSACTIONS_UPDATE',
    ]);
  });

  it('how far the load is, each time', async () => {
    const { emulator, plaid, received, codes } = listening(AT);
    const { accessToken: access_token } = await linkedItem(plaid, { webhook: HOOK });
    await plaid.transactionsSync({ access_token });
    await steer(emulator, '/clock/advance', { ms: 1000 });
    await steer(emulator, '/clock/advance', { ms: 4000 });
    await codes();
    const flags = received.filter(({ body }) => body['webhook_code'] === 'SYNC_UPDATES_AVAILABLE');
    expect(
      flags.map(({ body }) => [body['initial_update_complete'], body['historical_update_complete']]),
    ).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it('of the rows of the next days', async () => {
    const { emulator, plaid, received, codes } = listening(AT);
    const { accessToken: access_token } = await linkedItem(plaid, { webhook: HOOK });
    await plaid.transactionsSync({ access_token });
    await steer(emulator, '/clock/advance', { ms: 5000 });
    await codes();
    received.length = 0;
    await steer(emulator, '/clock/advance', { days: 7 });
    expect(await codes()).toEqual(expect.arrayContaining(['SYNC_UPDATES_AVAILABLE', 'DEFAULT_UPDATE']));
    received.length = 0;
    await plaid.transactionsRefresh({ access_token });
    expect(await codes()).toEqual([]);
  });

  it('that it broke and that it was repaired', async () => {
    const { emulator, plaid, received, codes } = listening();
    const { accessToken: access_token, itemId: item_id } = await linkedItem(plaid, { webhook: HOOK });
    await codes();
    received.length = 0;
    await plaid.sandboxItemResetLogin({ access_token });
    await codes();
    expect(received[0]?.body).toMatchObject({
      webhook_type: 'ITEM',
      webhook_code: 'ERROR',
      error: { error_code: 'ITEM_LOGIN_REQUIRED', status: 400 },
    });
    await steer(emulator, '/items/heal', { item_id });
    expect(await codes()).toContain('LOGIN_REPAIRED');
  });

  it('nothing while webhooks are lost, and later what was held', async () => {
    const { emulator, plaid, codes } = listening();
    await steer(emulator, '/webhooks/mode', { mode: 'lose' });
    const { accessToken: access_token } = await linkedItem(plaid, { webhook: HOOK });
    await plaid.sandboxItemResetLogin({ access_token });
    expect(await codes()).toEqual([]);
    await steer(emulator, '/webhooks/mode', { mode: 'hold' });
    await plaid.itemWebhookUpdate({ access_token, webhook: `${HOOK}/new` });
    expect(await codes()).toEqual([]);
    await steer(emulator, '/webhooks/mode', { mode: 'send' });
    expect(await codes()).toEqual(['WEBHOOK_UPDATE_ACKNOWLEDGED']);
  });

  it('nothing by fire_webhook without an address or for a product it lacks', async () => {
    const { plaid } = listening();
    const { accessToken: access_token } = await linkedItem(plaid);
    const fire = (webhook_code: Code, webhook_type?: 'LIABILITIES') =>
      refusal(
        plaid.sandboxItemFireWebhook({
          access_token,
          webhook_code,
          ...(webhook_type && { webhook_type }),
        } as Parameters<typeof plaid.sandboxItemFireWebhook>[0]),
      );
    expect((await fire(Code.SyncUpdatesAvailable)).code).toBe('SANDBOX_WEBHOOK_INVALID');
    expect((await fire(Code.DefaultUpdate, 'LIABILITIES')).code).toBe('SANDBOX_PRODUCT_NOT_ENABLED');
  });
});

function failed(): never {
  throw new Error('No webhook came.');
}
