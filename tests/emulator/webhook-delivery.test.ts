/** Webhooks as a stranger's app gets them: on its own port, verified with nothing but Plaid's published rules. */
import { type PlaidApi, Products } from 'plaid';
import { afterEach, describe, expect, it } from 'vitest';
import type { Emulator, EmulatorOptions } from '@/emulator';
import { anEmulator, plaidClientFor, steer } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { type Answer, verify, webhookReceiver } from '../support/webhook-receiver';

const NOON = Date.parse('2026-03-14T12:00:00Z');
const HOUR = 3_600_000;
const open: { close(): void }[] = [];

afterEach(() => {
  for (const receiver of open.splice(0)) receiver.close();
});

/** A receiver, and an Item that has told it `WEBHOOK_UPDATE_ACKNOWLEDGED` and nothing else. */
async function acknowledged(answer?: Answer, options: Partial<EmulatorOptions> = {}) {
  const receiver = await webhookReceiver(answer);
  open.push(receiver);
  const emulator = anEmulator(options);
  const plaid = plaidClientFor(emulator);
  const { accessToken: access_token } = await linkedItem(plaid, { products: [Products.Identity] });
  await tell(plaid, access_token, receiver.url);
  await emulator.idle();
  return { emulator, plaid, receiver, access_token };
}

/** Changing the address makes the Item send one webhook to the new one. */
async function tell(plaid: PlaidApi, access_token: string, webhook: string): Promise<void> {
  await plaid.itemWebhookUpdate({ access_token, webhook });
}

type LogEntry = {
  readonly webhook_id: string;
  readonly state: string;
  readonly attempts: { status: number }[];
};

async function logOf(emulator: Emulator): Promise<LogEntry[]> {
  const { webhooks } = (await steer(emulator, '/webhooks/list')) as { webhooks: LogEntry[] };
  return webhooks;
}

describe('a delivery', () => {
  it('verifies, and its body is indented by two blanks', async () => {
    const { plaid, receiver } = await acknowledged();
    expect(receiver.codes()).toEqual(['WEBHOOK_UPDATE_ACKNOWLEDGED']);
    for (const delivery of receiver.received) {
      await verify(plaid, delivery);
      expect(delivery.text).toBe(JSON.stringify(JSON.parse(delivery.text), null, 2));
    }
  });

  it.each([
    ['bad-signature', 'signature verification failed'],
    ['old', '"iat" claim timestamp check failed'],
    ['tampered', 'another body'],
    ['unsigned', 'unsigned'],
  ])('that is sent %s on demand does not', async (tampering, trouble) => {
    const { emulator, plaid, receiver } = await acknowledged();
    const [entry] = await logOf(emulator);
    await steer(emulator, '/webhooks/resend', { webhook_id: entry?.webhook_id, tampering });
    const [, spoilt] = receiver.received;
    await expect(verify(plaid, spoilt ?? { code: '', text: '', token: '' })).rejects.toThrow(trouble);
  });

  it('that was signed before the keys were rotated does not any more; the next one does', async () => {
    const { emulator, plaid, receiver, access_token } = await acknowledged();
    await steer(emulator, '/webhooks/rotate-keys');
    await tell(plaid, access_token, `${receiver.url}/next`);
    await emulator.idle();
    const [old, fresh] = receiver.received;
    if (!old || !fresh) throw new Error('Two should have come.');
    await expect(verify(plaid, old)).rejects.toThrow('expired key');
    await verify(plaid, fresh);
  });
});

describe('on demand', () => {
  it('each webhook comes twice, the same to the letter', async () => {
    const { emulator, plaid, receiver, access_token } = await acknowledged();
    await steer(emulator, '/webhooks/mode', { mode: 'duplicate' });
    await plaid.sandboxItemResetLogin({ access_token });
    await emulator.idle();
    expect(receiver.codes()).toEqual(['WEBHOOK_UPDATE_ACKNOWLEDGED', 'ERROR', 'ERROR']);
    const [, first, second] = receiver.received;
    expect(second?.text).toBe(first?.text);
    if (second) await verify(plaid, second);
  });

  it('a pair comes in the wrong order', async () => {
    const { emulator, receiver } = await pairHeld();
    await steer(emulator, '/webhooks/mode', { mode: 'send', order: 'reversed' });
    await emulator.idle();
    expect(receiver.codes().slice(1)).toEqual(['LOGIN_REPAIRED', 'ERROR']);
  });

  it('a pair that was held comes in its order', async () => {
    const { emulator, receiver } = await pairHeld();
    await steer(emulator, '/webhooks/mode', { mode: 'send' });
    await emulator.idle();
    expect(receiver.codes().slice(1)).toEqual(['ERROR', 'LOGIN_REPAIRED']);
  });

  async function pairHeld() {
    const { emulator, plaid, receiver, access_token } = await acknowledged();
    await steer(emulator, '/webhooks/mode', { mode: 'hold' });
    await plaid.sandboxItemResetLogin({ access_token });
    const { item } = (await plaid.itemGet({ access_token })).data;
    await steer(emulator, '/items/heal', { item_id: item.item_id });
    await emulator.idle();
    expect(receiver.codes()).toHaveLength(1);
    return { emulator, receiver };
  }
});

describe('a receiver', () => {
  it('that refuses is asked again at growing distances on the emulator’s clock, for less than a day', async () => {
    const { emulator, receiver } = await acknowledged((_, outgoing) => outgoing.writeHead(500).end(), {
      realTime: () => NOON,
      delays: { initial: 0, historical: 0 },
    });
    expect(receiver.received).toHaveLength(1);
    await steer(emulator, '/clock/advance', { ms: 29_999 });
    await emulator.idle();
    expect(receiver.received).toHaveLength(1);
    for (const [after, tries] of [
      [1, 2],
      [119_999, 2],
      [1, 3],
      [HOUR, 4],
      [23 * HOUR, 5],
    ] as const) {
      await steer(emulator, '/clock/advance', { ms: after });
      await emulator.idle();
      expect(receiver.received).toHaveLength(tries);
    }
    for (let day = 0; day < 4; day += 1) {
      await steer(emulator, '/clock/advance', { days: 1 });
      await emulator.idle();
    }
    expect(receiver.received).toHaveLength(7);
    expect(await logOf(emulator)).toMatchObject([{ state: 'failed' }]);
  });

  it('that points elsewhere is not followed', async () => {
    const elsewhere = await webhookReceiver();
    open.push(elsewhere);
    const { emulator, receiver } = await acknowledged(
      (_, outgoing) => outgoing.writeHead(307, { location: elsewhere.url }).end(),
      { delays: { initial: 0, historical: 0, webhookRetries: [] } },
    );
    expect(receiver.received).toHaveLength(1);
    expect(elsewhere.received).toEqual([]);
    expect(await logOf(emulator)).toMatchObject([{ state: 'failed', attempts: [{ status: 307 }] }]);
  });

  it('that is too slow counts as one that refused, and gets it again', async () => {
    const { emulator, receiver } = await acknowledged(
      (index, outgoing) => {
        if (index > 0) outgoing.writeHead(200).end();
      },
      { delays: { initial: 0, historical: 0, webhookRetries: [0], webhookPatience: 1_500 } },
    );
    await emulator.idle();
    expect(receiver.received).toHaveLength(2);
    expect(await logOf(emulator)).toMatchObject([
      { state: 'delivered', attempts: [{ status: 0 }, { status: 200 }] },
    ]);
  });

  it('that is slow keeps no other one waiting', async () => {
    let quickIsIn: () => void = () => undefined;
    const afterQuick = new Promise<void>((resolve) => {
      quickIsIn = resolve;
    });
    // Answers no sooner than the other one has been told, however slow the machine is.
    const slow = await webhookReceiver((_, outgoing) => {
      void afterQuick.then(() => outgoing.writeHead(200).end());
    });
    const quick = await webhookReceiver((_, outgoing) => {
      outgoing.writeHead(200).end();
      quickIsIn();
    });
    open.push(slow, quick);
    const emulator = anEmulator();
    const plaid = plaidClientFor(emulator);
    await steer(emulator, '/webhooks/mode', { mode: 'hold' });
    for (const { url } of [slow, quick]) {
      const { accessToken } = await linkedItem(plaid, { products: [Products.Identity] });
      await tell(plaid, accessToken, url);
    }
    await steer(emulator, '/webhooks/mode', { mode: 'send' });
    await emulator.idle();
    const attempts = (await logOf(emulator)).map((entry) => entry.attempts.map(({ status }) => status));
    expect(attempts).toEqual([[200], [200]]);
  });
});
