/**
 * `npm run bench:sync`: a first sync of a large Item, by the real engine from the real
 * emulator in a process of its own, into a database of its own. Prints the peak of this process's memory above
 * idle, how long it took, and how that compares with writing the same rows inside Postgres alone.
 * `--limits` leaves Plaid's limits on, so that runs are held for the rest of each minute. `--rows N`, `--json`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openWorld } from '../tests/proofs/open-world';
import { startChild } from './child';

const MEGABYTE = 1024 * 1024;

/** Plaid takes fifty pages a minute of one Item (S16), which would be all that is measured. */
const UNCOUNTED = `
  create function uncounted() returns trigger language plpgsql as $$ begin new.count := 0; return new; end $$;
  create trigger uncounted before insert or update on plaid_calls for each row execute function uncounted();`;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    limits: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const close = await openWorld();
const state = join(folder, 'state.json');
// With an Item of that many rows at its start, so that what is measured begins at a bank that is ready.
const emulator = await startChild([
  'scripts/emulator.mjs',
  '--port',
  '0',
  '--state',
  state,
  '--quiet',
  '--transactions',
  values.rows,
]);
process.env['PLAID_BASE_URL'] = `http://localhost:${emulator.port}`;
try {
  const figures = await measure();
  console.log(values.json ? JSON.stringify(figures) : figures);
} finally {
  await emulator.stop();
  close();
  await rm(folder, { recursive: true });
}
process.exit(0);

async function measure() {
  const { asSystem } = await import('../db/client');
  const { sql } = await import('drizzle-orm');
  const { syncJobs } = await import('../db/schema');
  const { newItemId } = await import('../lib/core/id');
  const { seal } = await import('../lib/secrets');
  const { findDueJob } = await import('../db/queries/system');
  const { drainJobs } = await import('../lib/sync/drain-jobs');
  const { anItem, aUser } = await import('../tests/support/factories');
  const { log } = await import('../lib/log');
  log.level = 'error';
  const userId = await aUser();
  const itemId = newItemId();
  const token = /access-sandbox-[\w-]+/.exec(emulator.lines.join(' '))?.[0] ?? '';
  await anItem(userId, { id: itemId, accessTokenSealed: seal(token, `items.access_token:${itemId}`) });
  await asSystem((tx) => tx.insert(syncJobs).values({ userId, itemId, want: 1 }));
  if (!values.limits) await asSystem((tx) => tx.execute(sql.raw(UNCOUNTED)));
  const clock = `http://localhost:${emulator.port}/_emulator/clock/advance`;
  // Both parts of the history are there when the clock is past their delays.
  await fetch(clock, { method: 'POST', body: '{"ms": 60000}' });
  collectGarbage();
  const { rss: idle, heapUsed: heldBefore } = process.memoryUsage();
  let peak = idle;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const [since, work] = [performance.now(), process.cpuUsage()];
  let runs = 0;
  for (let next = await findDueJob(); next; next = await findDueJob()) {
    if ('inSeconds' in next) await sleep(next.inSeconds * 1000);
    runs += await drainJobs({ until: Date.now() + 600_000 });
  }
  const seconds = (performance.now() - since) / 1000;
  const own = process.cpuUsage(work);
  clearInterval(watch);
  collectGarbage();
  const kept = process.memoryUsage().heapUsed - heldBefore;
  const [stored] = await asSystem((tx) => tx.execute(sql`select count(*)::int as rows from transactions`));
  const [copied] = await asSystem(async (tx) => {
    await tx.execute(sql`create table copy (like transactions including all)`);
    const began = performance.now();
    const columns = await writable(tx, sql);
    await tx.execute(sql.raw(`insert into copy (${columns}) select ${columns} from transactions`));
    return [(performance.now() - began) / 1000];
  });
  return {
    rows: Number(stored?.['rows']),
    runs,
    'peak above idle, MB': Math.round((peak - idle) / MEGABYTE),
    'idle, MB': Math.round(idle / MEGABYTE),
    'in use when it is over, MB more': Math.round(kept / MEGABYTE),
    seconds: round(seconds),
    'rows/s': Math.round(Number(stored?.['rows']) / seconds),
    'own processor time, s': round((own.user + own.system) / 1_000_000),
    'share waiting for Postgres and the bank': round(1 - (own.user + own.system) / 1_000_000 / seconds),
    'the same rows inside Postgres, s': round(copied ?? 0),
    'sync against that': round(seconds / (copied ?? 1)),
  };
}

type Execute = { execute(query: unknown): PromiseLike<Iterable<Record<string, unknown>>> };

/** Every column that is not worked out by Postgres itself. */
async function writable(tx: Execute, sql: (text: TemplateStringsArray) => unknown): Promise<string> {
  const found = await tx.execute(sql`
    select string_agg(quote_ident(attname), ', ') as names from pg_attribute
    where attrelid = 'transactions'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`);
  const [first] = [...found];
  return String(first?.['names']);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
