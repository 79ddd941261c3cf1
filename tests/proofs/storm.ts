/**
 * R11: a storm of valid webhooks for one Item, by HTTP, to the app as it is deployed. Each must be answered 200,
 * quickly, and all of them together may lead to three runs at most. `--webhooks 5000 --over 10` (seconds).
 */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../scripts/build.mjs';
import { startNext } from '../../scripts/next-server.mjs';
import { findFreePort } from '../../scripts/port.mjs';
import { inData } from '../../scripts/project.mjs';
import { openWorld } from './open-world';
import { finish } from './outcome';
import { parentOf, processorTime } from './storm/processor-time';
import type { Sent, Storm } from './storm/sender';

const { values } = parseArgs({
  options: { webhooks: { type: 'string', default: '5000' }, over: { type: 'string', default: '10' } },
});

const FLOOR = 5000;
const MOST_RUNS = 3;
const WARM_UP = 1000;
const WARM_UP_MS = 4000;
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
// A server that has been up for a moment has its code compiled; how one fares that has not is told beside it.
const cold = await send({ port, overMs: WARM_UP_MS, webhooks: await signAll(WARM_UP, idleNews) });
await settled();
const runsBefore = await runs();
reads = 0;

// Signed last of all: a signature is good for five minutes.
const webhooks = await signAll(count, news);

const processors = { app: app.child.pid ?? 0, database: await databaseServer() };
const usedBefore = { app: processorTime(processors.app), database: processorTime(processors.database) };
const bankBefore = process.cpuUsage();
const { answers, seconds: sentSeconds, processorMs } = await send({ port, overMs, webhooks });
const settledSeconds = await settled();
const { user, system } = process.cpuUsage(bankBefore);
const used = {
  app: processorTime(processors.app) - usedBefore.app,
  database: processorTime(processors.database) - usedBefore.database,
  sender: processorMs,
  bank: (user + system) / 1000,
};
const loops = (await runs()) - runsBefore;
const refused = answers.filter(({ status }) => status !== 200).length;
const p99 = quantile(answers, 0.99);
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
    ...(inbox?.stored === count && inbox.open === 0 ? [] : [`the inbox holds ${JSON.stringify(inbox)}`]),
    ...((await drift()).length === 0 ? [] : ['totals or balances differ from a full recount']),
  ],
  figures: {
    'sent over, s': sentSeconds.toFixed(1),
    'answer median, ms': quantile(answers, 0.5).toFixed(1),
    'answer p99, ms': p99.toFixed(1),
    'answer longest, ms': quantile(answers, 1).toFixed(1),
    [`answer p99 of the ${WARM_UP} before, ms`]: quantile(cold.answers, 0.99).toFixed(1),
    runs: loops,
    'reads of transactions': reads,
    'worked off, s after the last': settledSeconds.toFixed(1),
    'processor, ms each': Object.entries(used)
      .map(([name, ms]) => `${name} ${(ms / count).toFixed(2)}`)
      .join(' '),
  },
  again: `npm run prove -- --only r11 --webhooks ${count} --over ${values.over}`,
});

/** Two kinds that ask for the same run. No two are an exact replay; the number tells them from the bank's own. */
function news(number: number): object {
  return number % 2 === 0
    ? {
        webhook_type: 'TRANSACTIONS',
        webhook_code: 'SYNC_UPDATES_AVAILABLE',
        historical_update_complete: true,
        number,
      }
    : { webhook_type: 'HOLDINGS', webhook_code: 'DEFAULT_UPDATE', new_holdings: number, number };
}

/** A kind that is stored and asks for nothing. */
function idleNews(before: number): object {
  return { webhook_type: 'TRANSACTIONS', webhook_code: 'DEFAULT_UPDATE', before };
}

async function signAll(many: number, tell: (index: number) => object): Promise<Storm['webhooks']> {
  const key = await signingKey(await emulator.world());
  const now = Date.now();
  return Promise.all(
    Array.from({ length: many }, async (_, index) => {
      const body = JSON.stringify({ ...tell(index), item_id: plaidItemId, environment: 'sandbox' });
      return { body, signature: await signBody(key, body, now - (index % 60) * 1000) };
    }),
  );
}

function quantile(answers: Sent['answers'], share: number): number {
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
}

async function send(storm: Storm): Promise<Sent> {
  const sender = spawn(process.execPath, [...process.execArgv, 'tests/proofs/storm/sender.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  sender.stdin.end(JSON.stringify(storm));
  return JSON.parse(await text(sender.stdout));
}

async function databaseServer(): Promise<number> {
  const [session] = await asSystem((tx) => tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`));
  return parentOf(session?.pid ?? 0);
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
