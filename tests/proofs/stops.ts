/**
 * R8: a PostgreSQL that is stopped in an instant, and a pooler that is restarted, while a worker syncs through
 * them. After each the database must hold one whole state of the bank, and the same worker must go on by
 * itself. `--stops 200 --seed 1 --waits 3`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seeded } from '@/emulator/generate/seeded';
import { finish, sinceStart } from './outcome';
import { Pooler } from './pooler';
import { StoppableServer } from './stoppable-server';
import { openBank, useDatabase } from './world';

const { values } = parseArgs({
  options: {
    stops: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    /** How many wait for the lease in real time; the others move it, as time would. */
    waits: { type: 'string', default: '3' },
  },
});

const FLOOR = 200;
const LIMIT_SECONDS = 60;
const ROUNDS_OF_AN_ITEM = 5;
const stops = Number(values.stops);

const server = await StoppableServer.open();
await useDatabase(server.url);
const pooler = await Pooler.open(server.url);
const bank = await openBank();
const { BankInMotion } = await import('./bank-in-motion');
const { startWorker } = await import('../support/worker-process');
const { expireLease } = await import('../support/engine');

const random = seeded('stops', values.seed);
const violations: string[] = [];
const recoveries: number[] = [];
let [stop, restarts, midway, waited] = [0, 0, 0, 0];
const worker = startWorker({ DATABASE_URL: pooler.url });
await worker.said('the worker is ready');
let item = await BankInMotion.open(bank, random);

for (let round = 1; stop < stops; round++) {
  await item.change();
  await sleep(random.fraction() * 1500);
  // Every fifth time it is the pooler.
  const isPooler = round % 5 === 0;
  if (isPooler) await pooler.restart();
  else await cutPower();
  if (isPooler) restarts += 1;
  else stop += 1;
  const at = performance.now();
  const { isServed, leaseLeft } = await item.job();
  if (!isServed) midway += 1;
  blame(await item.badState(), `${isPooler ? 'restart' : 'stop'} in round ${round}`);
  recoveries.push(await recover(at));
  blame(await item.unfinished(), `after the recovery of round ${round} (lease ${leaseLeft.toFixed(0)} s)`);
  if (round % ROUNDS_OF_AN_ITEM === 1) await item.edit();
  if (round % ROUNDS_OF_AN_ITEM === 0) {
    await item.close();
    item = await BankInMotion.open(bank, random);
  }
  if (round % 20 === 0) console.log(`  ${stop} stops, ${violations.length} violations, ${sinceStart()} s`);
}
const end = await worker.end('SIGTERM');
if (end !== 0) violations.push(`the worker ended with ${end} when it was asked to stop`);
recoveries.sort((a, b) => a - b);
finish({
  id: 'R8',
  counted: 'immediate stops',
  reached: stop,
  floor: FLOOR,
  violations,
  figures: {
    'restarts of the pooler': restarts,
    'with work to do': midway,
    'waited for in real time': waited,
    'recovery median, s': (recoveries[Math.floor(recoveries.length / 2)] ?? 0).toFixed(1),
    'recovery longest, s': (recoveries.at(-1) ?? 0).toFixed(1),
  },
  again: `npm run prove -- --only r8 --stops ${stops} --seed ${values.seed}`,
});

async function cutPower(): Promise<void> {
  await server.stop();
  await sleep(random.fraction() * 500);
  await server.start();
}

/**
 * Seconds until the newest state. The run that was broken off cannot give its lease back, so it is waited for
 * in a few rounds; in the others it is moved, and what was left of it counts as if it had been waited for.
 */
async function recover(since: number): Promise<number> {
  let moved = 0;
  const isReal = waited < Number(values.waits);
  let hasWaited = false;
  for (let tries = 1; ; tries++) {
    const { isServed, leaseLeft } = await item.job();
    if (isServed) break;
    if (performance.now() - since > 120_000) return report(120);
    if (leaseLeft > 0 && isReal) hasWaited = true;
    // Not at once: the run may still be going on, past a pooler that has come back.
    else if (leaseLeft > 0 && tries % 100 === 0) {
      moved += leaseLeft;
      await expireLease(item.itemId);
    }
    await sleep(20);
  }
  if (hasWaited) waited += 1;
  return report((performance.now() - since) / 1000 + moved);
}

function report(seconds: number): number {
  if (seconds > LIMIT_SECONDS) violations.push(`stop ${stop}: recovered after ${seconds.toFixed(1)} s`);
  return seconds;
}

function blame(wrong: readonly string[], when: string): void {
  for (const what of wrong) console.log(`  ${when}: ${what}`);
  violations.push(...wrong.map((what) => `${when}: ${what}`));
}
