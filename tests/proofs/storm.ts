/**
 * R11: a storm of valid webhooks for one Item, by HTTP, to the app as it is deployed. Each must be answered 200,
 * quickly, and all of them together may lead to three runs at most. `--webhooks 5000 --over 10` (seconds).
 */
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../scripts/build.mjs';
import { startNext } from '../../scripts/next-server.mjs';
import { findFreePort } from '../../scripts/port.mjs';
import { inData } from '../../scripts/project.mjs';
import { openWorld } from './open-world';
import { finish } from './outcome';

const { values } = parseArgs({
  options: { webhooks: { type: 'string', default: '5000' }, over: { type: 'string', default: '10' } },
});

const FLOOR = 5000;
const MOST_RUNS = 3;
const P99_MS = 250;
const count = Number(values.webhooks);
const overMs = Number(values.over) * 1000;

await openWorld();
const { anEmulator } = await import('../support/emulator-client');
const { listen } = await import('@/emulator/node-server');
const { signBody, signingKey } = await import('@/emulator/webhooks/webhook-keys');

let reads = 0;
const emulator = anEmulator();
const bank = await listen((asked) => {
  if (asked.url.endsWith('/transactions/sync')) reads += 1;
  return emulator.handle(asked);
}, 0);
process.env['PLAID_BASE_URL'] = `http://127.0.0.1:${bank.port}`;

const { sql } = await import('drizzle-orm');
const { asSystem } = await import('@/db/client');
const { aLink, drain, drift } = await import('../support/engine');
const { aUser } = await import('../support/factories');

const { itemId, plaidItemId } = await aLink(await aUser());
await drain();
reads = 0;
await ensureBuilt();
const port = await findFreePort();
const env = { DATABASE_URL: process.env['DATABASE_URL'] ?? '', APP_URL: `http://localhost:${port}` };
const app = await startNext('start', { port, env, log: inData('storm.log') });
// Last of all: a signature is good for five minutes.
const signed = await signAll();
const agent = new Agent({ keepAlive: true, maxSockets: 128 });
await send(signed[count] ?? signed[0]);
await settled();
const runsBefore = await runs();
reads = 0;

const begun = performance.now();
const answers = await Promise.all(
  signed.slice(0, count).map(async (webhook, index) => {
    await sleep((index * overMs) / count);
    return send(webhook);
  }),
);
const sentSeconds = (performance.now() - begun) / 1000;
const settledSeconds = await settled();
const loops = (await runs()) - runsBefore;
const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
const refused = answers.filter(({ status }) => status !== 200).length;
const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
const [inbox] = await asSystem((tx) =>
  tx.execute<{ stored: number; open: number }>(
    sql`select count(*)::int as stored, count(*) filter (where handled_at is null)::int as open from webhooks
      where body ? 'number'`,
  ),
);
await app.stop();
finish({
  id: 'R11',
  counted: 'webhooks',
  reached: answers.length,
  floor: FLOOR,
  violations: [
    ...(refused === 0 ? [] : [`${refused} were not answered 200`]),
    ...(p99 < P99_MS ? [] : [`p99 of the answers is ${p99.toFixed(0)} ms`]),
    ...(loops <= MOST_RUNS ? [] : [`${loops} runs`]),
    ...(inbox?.stored === count + 1 && inbox.open === 0 ? [] : [`the inbox holds ${JSON.stringify(inbox)}`]),
    ...((await drift()).length === 0 ? [] : ['totals or balances differ from a full recount']),
  ],
  figures: {
    'sent over, s': sentSeconds.toFixed(1),
    'answer median, ms': (times[Math.floor(times.length / 2)] ?? 0).toFixed(1),
    'answer p99, ms': p99.toFixed(1),
    'answer longest, ms': (times.at(-1) ?? 0).toFixed(1),
    runs: loops,
    'reads of transactions': reads,
    'worked off, s after the last': settledSeconds.toFixed(1),
  },
  again: `npm run prove -- --only r11 --webhooks ${count} --over ${values.over}`,
});

type Signed = { body: string; signature: string };

/** Each its own: another body or another second of issue, as real ones have; one more to warm up with. */
async function signAll(): Promise<Signed[]> {
  const world = await emulator.world();
  const key = await signingKey(world);
  const now = Date.now();
  return Promise.all(
    Array.from({ length: count + 1 }, async (_, index) => {
      const news =
        index % 2 === 0
          ? {
              webhook_type: 'TRANSACTIONS',
              webhook_code: 'SYNC_UPDATES_AVAILABLE',
              historical_update_complete: true,
            }
          : {
              webhook_type: 'HOLDINGS',
              webhook_code: 'DEFAULT_UPDATE',
              new_holdings: index,
              updated_holdings: 0,
            };
      // No two are an exact replay of each other; the number tells them from what the bank itself sends.
      const body = JSON.stringify({ ...news, item_id: plaidItemId, environment: 'sandbox', number: index });
      return { body, signature: await signBody(key, body, now - (index % 60) * 1000) };
    }),
  );
}

async function send(webhook: Signed | undefined): Promise<{ status: number; ms: number }> {
  if (!webhook) throw new Error('There are too few webhooks.');
  const since = performance.now();
  const status = await new Promise<number>((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(webhook.body),
      'plaid-verification': webhook.signature,
    };
    const call = request({
      agent,
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/api/plaid/webhook',
      headers,
    });
    call.once('response', (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
    });
    call.once('error', reject);
    call.end(webhook.body);
  });
  return { status, ms: performance.now() - since };
}

async function runs(): Promise<number> {
  const rows = await asSystem((tx) =>
    tx.execute(sql`select 1 from sync_runs where item_id = ${itemId}::uuid`),
  );
  return rows.length;
}

/** Waits until the inbox is empty and nothing is wanted; answers the seconds. */
async function settled(): Promise<number> {
  const since = performance.now();
  for (;;) {
    const [left] = await asSystem((tx) =>
      tx.execute<{ left: number }>(sql`
        select (select count(*) from webhooks where handled_at is null)::int
          + (select count(*) from sync_jobs where want > done or lease_until is not null)::int as left`),
    );
    if (left?.left === 0) return (performance.now() - since) / 1000;
    if (performance.now() - since > 120_000) return 120;
    await sleep(50);
  }
}
