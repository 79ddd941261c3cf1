/**
 * R7: workers that are killed (SIGKILL) at moments nobody chose while they sync an Item of three pages whose bank
 * goes on meanwhile. After each kill the rows must be one whole state of the bank, and the next worker must
 * bring the newest one within a minute. `--kills 1000 --seed 1 --waits 10`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../scripts/postgres.mjs';
import { seeded } from '@/emulator/generate/seeded';
import { openBank, useDatabase } from './world';
import { finish, sinceStart } from './outcome';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    /** How many of the kills wait for the lease in real time; the others move it, as time would. */
    waits: { type: 'string', default: '10' },
  },
});

const FLOOR = 1000;
const LIMIT_SECONDS = 60;
const ROUNDS_OF_AN_ITEM = 5;
const kills = Number(values.kills);
const waitEvery = Math.ceil(kills / Math.max(1, Number(values.waits)));

await useDatabase((await startPostgres({ ephemeral: true })).url);
const bank = await openBank();
const { BankInMotion } = await import('./bank-in-motion');
const { startWorker } = await import('../support/worker-process');
const { expireLease } = await import('../support/engine');

const random = seeded('kills', values.seed);
const violations: string[] = [];
const recoveries: number[] = [];
let [kill, midway, waited, longest] = [0, 0, 0, 0.5];
let worker = startWorker({});
let item = await BankInMotion.open(bank, random);

while (kill < kills) {
  await item.change();
  const since = performance.now();
  await sleep(random.fraction() * longest * 1000);
  if (random.chance(0.3)) await item.change();
  await worker.end('SIGKILL');
  const at = performance.now();
  kill += 1;
  const { isServed, leaseLeft } = await item.job();
  if (leaseLeft > 0) midway += 1;
  blame(await item.badState(), 'after the kill');
  worker = startWorker({});
  const seconds = await recover(at, isServed ? 0 : leaseLeft);
  recoveries.push(seconds);
  if (seconds > LIMIT_SECONDS) violations.push(`kill ${kill}: recovered after ${seconds.toFixed(1)} s`);
  blame(await item.unfinished(), 'after the recovery');
  if (kill % ROUNDS_OF_AN_ITEM === 1) await item.edit();
  await nextRound(since);
  if (kill % 50 === 0) console.log(`  ${kill} kills, ${violations.length} violations, ${sinceStart()} s`);
}
await worker.end('SIGKILL');
recoveries.sort((a, b) => a - b);
finish({
  id: 'R7',
  counted: 'kills',
  reached: kill,
  floor: FLOOR,
  violations,
  figures: {
    'in mid-run': midway,
    'waited for in real time': waited,
    'recovery median, s': at(0.5),
    'recovery p99, s': at(0.99),
    'recovery longest, s': at(1),
    'seconds a kill': (sinceStart() / kill).toFixed(2),
  },
  again: `npm run prove -- --only r7 --kills ${kills} --seed ${values.seed}`,
});

/**
 * Seconds from the kill to the newest state. A lease that was left is waited for in a few kills; in the others
 * it is moved, and what was left of it counts as if it had been waited for.
 */
async function recover(since: number, leaseLeft: number): Promise<number> {
  const isReal = leaseLeft > 0 && midway % waitEvery === 0;
  if (isReal) waited += 1;
  else if (leaseLeft > 0) await expireLease(item.itemId);
  for (;;) {
    if ((await item.job()).isServed) break;
    if (performance.now() - since > 120_000) return 120;
    await sleep(20);
  }
  return (performance.now() - since) / 1000 + (isReal ? 0 : leaseLeft);
}

/** Now and then there is another bank. Kills aim at the time that a run takes. */
async function nextRound(since: number): Promise<void> {
  if (kill % ROUNDS_OF_AN_ITEM === 0) {
    await item.close();
    item = await BankInMotion.open(bank, random);
    longest = 1.5;
    return;
  }
  longest = Math.min(2, Math.max(0.4, (performance.now() - since) / 3000));
}

function blame(wrong: readonly string[], when: string): void {
  for (const what of wrong) console.log(`  kill ${kill}, ${when}: ${what}`);
  violations.push(...wrong.map((what) => `kill ${kill}, ${when}: ${what}`));
}

function at(share: number): string {
  return (recoveries[Math.min(recoveries.length - 1, Math.floor(share * recoveries.length))] ?? 0).toFixed(1);
}
