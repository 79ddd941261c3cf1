/**
 * `npm run bench`: how fast the emulator starts and answers, and whether it keeps what it should forget.
 * A time says little on a machine that others use too, so each stands beside a reference from the same run:
 * the best that Node itself does. `--json` prints the same figures for a program, `--rows N` takes another Item.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseArgs } from 'node:util';
import { createEmulator } from '../emulator/index';
import { openVolumeItem } from '../emulator/items/volume-item';
import { MemoryStore } from '../emulator/stores/memory';
import { startChild, startOfNode } from './child';
import { type Call, callInProcess, httpCall, readItem } from './reading';

type Figure = { readonly name: string; readonly value: number; readonly unit: string; readonly note: string };

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    calls: { type: 'string', default: '20000' },
    json: { type: 'boolean', default: false },
  },
});

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
const folder = await mkdtemp(join(tmpdir(), 'bench-'));
try {
  const figures = [...(await startFigures()), ...(await portFigures()), ...(await figuresInProcess())];
  if (values.json) console.log(JSON.stringify(figures, null, 2));
  else console.table(Object.fromEntries(figures.map(({ name, ...rest }) => [name, rest])));
} finally {
  await rm(folder, { recursive: true });
}

async function startFigures(): Promise<Figure[]> {
  // The first start after a change puts the program together; those after it are measured.
  await timeOfStart('first');
  const starts = await several(5, (run) => timeOfStart(String(run)));
  const node = Math.min(...(await several(5, startOfNode)));
  const best = Math.min(...starts);
  return [
    {
      name: 'start',
      value: round(best),
      unit: 'ms',
      note: `until the first answer; Node alone ${round(node)} ms`,
    },
    { name: 'start against Node', value: round(best / node), unit: '×', note: 'the same as a ratio' },
  ];
}

/** From the start of the process to its first answer. */
async function timeOfStart(name: string): Promise<number> {
  const child = await startChild(programWith(name));
  const request = { count: 1, offset: 0, country_codes: ['US'] };
  const took = await timeOf(() => httpCall(child.port)('/institutions/get', request));
  await child.stop();
  return child.readyAfter + took;
}

async function portFigures(): Promise<Figure[]> {
  const child = await startChild([...programWith('volume'), '--transactions', values.rows]);
  const token = /access-sandbox-[\w-]+/.exec(child.lines.join(' '))?.[0] ?? '';
  const call = httpCall(child.port);
  await call('/transactions/sync', { access_token: token, count: 1 });
  const first = await readItem(call, token);
  const again = Math.max(...(await several(5, async () => (await readItem(call, token)).perSecond)));
  const page = await call('/transactions/sync', { access_token: token, count: 500 });
  await child.stop();
  const plain = await plainServer(page, first.pages);
  return [
    { name: 'over HTTP, first reading', value: round(first.perSecond), unit: 'pages/s', note: sizeOf(first) },
    { name: 'over HTTP, again', value: round(again), unit: 'pages/s', note: 'the best of five' },
    { name: 'a bare server, same bytes', value: round(plain), unit: 'pages/s', note: 'the best of five' },
    { name: 'again against bare', value: round(again / plain), unit: '×', note: 'share of what Node can do' },
  ];
}

/** How many pages a second a server gives that does nothing but send them. */
async function plainServer(page: Buffer, pages: number): Promise<number> {
  const file = join(folder, 'page.json');
  await writeFile(file, page);
  const child = await startChild(['bench/plain-server.mjs', file]);
  const rates = await several(5, () => rateOf(httpCall(child.port), pages));
  await child.stop();
  return Math.max(...rates);
}

async function rateOf(call: Call, pages: number): Promise<number> {
  const since = performance.now();
  for (let page = 0; page < pages; page += 1) await call('/', {});
  return (pages * 1000) / (performance.now() - since);
}

async function figuresInProcess(): Promise<Figure[]> {
  const emulator = createEmulator({
    store: new MemoryStore(),
    publicUrl: 'http://emulator.test',
    timers: false,
  });
  const token = await openVolumeItem(await emulator.world(), Number(values.rows));
  const call = callInProcess(emulator);
  const opening = await timeOf(() => call('/transactions/sync', { access_token: token, count: 1 }));
  const first = await readItem(call, token);
  const again = Math.max(...(await several(5, async () => (await readItem(call, token)).perSecond)));
  const page: unknown = JSON.parse(
    (await call('/transactions/sync', { access_token: token, count: 500 })).toString(),
  );
  const stringified = await rateOf(async () => Buffer.from(JSON.stringify(page)), first.pages);
  const detection = await timeOf(() => call('/transactions/recurring/get', { access_token: token }));
  const grown = await growth(() => call('/transactions/sync', { access_token: token, count: 20 }));
  return [
    { name: 'first call of the Item', value: round(opening), unit: 'ms', note: 'its whole log is made' },
    {
      name: 'in process, first reading',
      value: round(first.perSecond),
      unit: 'pages/s',
      note: sizeOf(first),
    },
    { name: 'in process, again', value: round(again), unit: 'pages/s', note: 'the best of five' },
    {
      name: 'JSON.stringify of a page',
      value: round(stringified),
      unit: 'pages/s',
      note: 'and nothing else',
    },
    {
      name: 'first reading against it',
      value: round(first.perSecond / stringified),
      unit: '×',
      note: 'rows, ids, JSON and door together',
    },
    { name: 'streams of the Item', value: round(detection), unit: 'ms', note: '/transactions/recurring/get' },
    { name: 'heap growth', value: round(grown), unit: 'MB', note: `over ${values.calls} calls` },
  ];
}

/** Megabytes that stay after many calls. */
async function growth(call: () => Promise<unknown>): Promise<number> {
  for (let warm = 0; warm < 2000; warm += 1) await call();
  const before = await megabytes();
  for (let count = 0; count < Number(values.calls); count += 1) await call();
  return (await megabytes()) - before;
}

/** What is in use once everything forgotten is gone; buffers go a moment after those who held them. */
async function megabytes(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    collectGarbage();
    await setTimeout(50);
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

function programWith(name: string): string[] {
  return ['scripts/emulator.mjs', '--port', '0', '--quiet', '--state', join(folder, `${name}.json`)];
}

function sizeOf({ pages, bytes }: { pages: number; bytes: number }): string {
  return `${pages} pages of ${Math.round(bytes / pages / 1000)} kB`;
}

async function several<T>(times: number, run: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let index = 0; index < times; index += 1) results.push(await run(index));
  return results;
}

function round(value: number): number {
  return value < 10 ? Math.round(value * 100) / 100 : Math.round(value);
}
