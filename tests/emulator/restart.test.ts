/** The stand-alone emulator, killed without warning and started again on the same file (EMU-2). */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Products } from 'plaid';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findFreePort } from '../../scripts/port.mjs';
import { linkedItem } from '../support/linked-item';
import { readAll } from '../support/read-all';
import { type StandAlone, standAlone } from '../support/stand-alone';
import { verify, webhookReceiver } from '../support/webhook-receiver';

const LONG = 60_000;
const ACKNOWLEDGED = 'WEBHOOK_UPDATE_ACKNOWLEDGED';
let folder = '';
let port = 0;
let running: StandAlone[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restart-'));
  // The same address before and after: addresses of logos begin with it.
  port = await findFreePort();
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.kill()));
  await rm(folder, { recursive: true });
});

async function start(...options: string[]): Promise<StandAlone> {
  const program = await standAlone('--state', join(folder, 'state.json'), '--port', String(port), ...options);
  running = [...running, program];
  return program;
}

async function kill(program: StandAlone): Promise<void> {
  running = running.filter((one) => one !== program);
  await program.kill();
}

it(
  'goes on in the middle of a reading, and sends the webhook that came due meanwhile',
  async () => {
    let isUp = false;
    const receiver = await webhookReceiver((_, outgoing) => outgoing.writeHead(isUp ? 200 : 503).end());
    const first = await start();
    await first.steer('/delays/set', {
      initial_ms: 0,
      historical_ms: 0,
      webhook_retries_ms: [3000, 3000, 3000],
    });
    const { accessToken } = await linkedItem(first.plaid, { days: 365 });
    const page = await first.plaid.transactionsSync({ access_token: accessToken, count: 50 });
    const cursor = page.data.next_cursor;
    await first.plaid.itemWebhookUpdate({ access_token: accessToken, webhook: receiver.url });
    // Tried once, refused, and written down as such.
    const refused = new RegExp(`"${ACKNOWLEDGED}"[^{]*"state":"waiting","attempts":\\[{`);
    const log = async () => JSON.stringify(await first.steer('/webhooks/list'));
    await vi.waitFor(async () => expect(await log()).toMatch(refused), 5000);
    // An answered change is in the file, and everything before it as well.
    await first.steer('/delays/set', {});
    await kill(first);

    isUp = true;
    const before = receiver.received.length;
    const second = await start();
    await vi.waitFor(() => expect(receiver.codes().slice(before)).toContain(ACKNOWLEDGED), 10_000);
    for (const delivery of receiver.received) await verify(second.plaid, delivery);
    const rows = new Map(page.data.added.map((row) => [row.transaction_id, row]));
    const rest = await readAll(second.plaid, accessToken, { cursor, count: 50, rows });
    const whole = await readAll(second.plaid, accessToken);
    expect(rest.rows.size).toBeGreaterThan(100);
    expect(new Map(rest.rows)).toEqual(new Map(whole.rows));
    receiver.close();
  },
  LONG,
);

it(
  'knows every token that it gave before it was killed in the middle of its work',
  async () => {
    const first = await start('--quiet');
    const given: string[] = [];
    const linkOn = async () => {
      for (;;) {
        const { accessToken } = await linkedItem(first.plaid, { products: [Products.Identity] });
        given.push(accessToken);
      }
    };
    const linking = Promise.allSettled(Array.from({ length: 8 }, linkOn));
    await vi.waitFor(() => expect(given.length).toBeGreaterThan(12), 20_000);
    await kill(first);
    expect((await linking).every(({ status }) => status === 'rejected')).toBe(true);

    const second = await start('--quiet');
    for (const access_token of given) {
      expect((await second.plaid.itemGet({ access_token })).data.item.error).toBeNull();
    }
  },
  LONG,
);

it(
  'has an Item of as many transactions as asked for, the same after a restart',
  async () => {
    const tokenOf = ({ lines }: StandAlone) => /access-sandbox-\S+/.exec(lines.join(' '))?.[0] ?? '';
    const first = await start('--transactions', '1200');
    const access_token = tokenOf(first);
    expect((await readAll(first.plaid, access_token)).rows.size).toBe(1200);
    await kill(first);
    expect(tokenOf(await start('--transactions', '1200'))).toBe(access_token);
  },
  LONG,
);
