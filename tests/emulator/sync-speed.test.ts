/** Speed as ratios within one run, for a machine may be busy; `npm run bench` prints the times. */
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { openVolumeItem } from '@/emulator/items/volume-item';
import { type Call, callInProcess } from '../../bench/reading';
import { anEmulator } from '../support/emulator-client';

const COUNT = 100;

async function anItem(rows: number): Promise<{ call: Call; access_token: string; cursors: string[] }> {
  const emulator = anEmulator();
  const access_token = await openVolumeItem(await emulator.world(), rows);
  const call = callInProcess(emulator);
  const cursors = [''];
  for (let more = true; more; ) {
    const page = await call('/transactions/sync', { access_token, count: COUNT, cursor: cursors.at(-1) });
    const { has_more, next_cursor } = JSON.parse(page.toString());
    more = has_more;
    if (more) cursors.push(next_cursor);
  }
  return { call, access_token, cursors };
}

/** Milliseconds of the quickest of several runs: what it takes when nobody else is in the way. */
async function quickest(work: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let run = 0; run < 15; run += 1) {
    const since = performance.now();
    for (let call = 0; call < 5; call += 1) await work();
    best = Math.min(best, performance.now() - since);
  }
  return best;
}

describe('a page', () => {
  it('late in a long Item costs what an early one does, also when it is written anew', async () => {
    const { call, access_token, cursors } = await anItem(15_000);
    expect(cursors).toHaveLength(150);
    let size = COUNT - 1;
    // Another size each time, so that no page is there already.
    const anew = (cursor = '') => call('/transactions/sync', { access_token, count: --size, cursor });
    const early = await quickest(() => anew(cursors[2]));
    size = COUNT - 1;
    const late = await quickest(() => anew(cursors[147]));
    expect(late / early).toBeLessThan(3);
  });

  it('that was asked for before costs a fraction of its writing', async () => {
    const { call, access_token, cursors } = await anItem(3_000);
    const request = { access_token, count: COUNT, cursor: cursors[5] };
    const page: unknown = JSON.parse((await call('/transactions/sync', request)).toString());
    const again = await quickest(() => call('/transactions/sync', request));
    const tenfold = await quickest(async () => {
      for (let time = 0; time < 10; time += 1) Buffer.from(JSON.stringify(page));
    });
    expect(again / tenfold).toBeLessThan(1);
  });
});

it('The memory stays as it is over two thousand calls', async () => {
  const { call, access_token, cursors } = await anItem(1_000);
  const ask = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      await call('/transactions/sync', { access_token, count: 20, cursor: cursors[time % cursors.length] });
    }
  };
  await ask(500);
  const before = await megabytes();
  await ask(2_000);
  expect((await megabytes()) - before).toBeLessThan(4);
});

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** In use once everything forgotten is gone; buffers go a moment after those who held them. */
async function megabytes(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    collectGarbage();
    await setTimeout(30);
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}
