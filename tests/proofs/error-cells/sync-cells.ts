/** Every trouble on every call of a run, at three moments: before the first rows, with news, and in a rebuild. */
import { asSystem } from '@/db/client';
import { repairDone } from '@/lib/sync/repair-item';
import { sweep } from '@/lib/sync/sweep';
import { syncItem } from '@/lib/sync/sync-item';
import { sql } from 'drizzle-orm';
import { bankRows, drain, drift } from '../../support/engine';
import type { Moment } from '../moment';
import type { Moments } from '../small-bank';
import { differences, wholeState } from '../state';
import { connect, type Wire } from '../wire';
import type { Cell } from './cell';
import { TROUBLES, type Trouble } from './codes';
import { type Place, type Reaction, reactionTo } from './reactions';

type MomentName = 'first' | 'update' | 'rebuild';

type Clean = {
  readonly calls: string[];
  readonly end: string[];
  readonly rows: string;
  readonly before: string;
  readonly products: ReadonlyMap<string, string>;
};

type Position = { readonly path: string; readonly from: number; readonly isOnce: boolean };

const MOMENTS: readonly MomentName[] = ['first', 'update', 'rebuild'];

const PRODUCTS: Readonly<Record<string, string>> = {
  '/accounts/get': 'accounts',
  '/transactions/sync': 'transactions',
  '/transactions/recurring/get': 'recurring',
  '/liabilities/get': 'liabilities',
  '/investments/holdings/get': 'investments',
  '/investments/transactions/get': 'investments',
  '/identity/get': 'identity',
};

/** These mend themselves within a run when they come once, and not when they stay. */
const MENDABLE = ['moved-pages', 'bad-field'];

const soon = () => ({ until: Date.now() + 60_000 });

export async function syncCells(bank: Moments): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const name of MOMENTS) {
    const clean = await cleanRun(bank, bank[name]);
    // A rebuild differs in how transactions are read, and in nothing else.
    const calls =
      name === 'rebuild' ? clean.calls.filter((path) => path === '/transactions/sync') : clean.calls;
    for (const position of positionsOf(calls)) {
      for (const trouble of TROUBLES) cells.push(...cellsAt(bank, name, clean, position, trouble));
    }
  }
  return cells;
}

function cellsAt(bank: Moments, name: MomentName, clean: Clean, at: Position, trouble: Trouble): Cell[] {
  const isMendable = at.path === '/transactions/sync' && MENDABLE.includes(trouble.meaning);
  return (isMendable ? [true, false] : [false]).map((isOnce) => ({
    name: `${name}: ${trouble.name} on ${at.path} #${at.from}${isOnce ? ', once' : ''}`,
    run: () => runCell(bank, name, clean, { ...at, isOnce }, trouble),
  }));
}

async function cleanRun({ userId, itemId }: Moments, moment: Moment): Promise<Clean> {
  const wire = connect(await moment.restore());
  const before = await rowsAndCursor(userId);
  const end = await syncItem(userId, itemId, soon());
  if (end !== 'done') throw new Error(`The run without trouble ended as "${end}".`);
  return {
    calls: [...wire.calls],
    end: await wholeState(),
    rows: await rowsAndCursor(userId),
    before,
    products: await productStates(),
  };
}

/** Every call that a clean run makes, and all of them at once. */
function positionsOf(calls: readonly string[]): Position[] {
  const counts = new Map<string, number>();
  const each = calls.map((path) => {
    counts.set(path, (counts.get(path) ?? 0) + 1);
    return { path, from: counts.get(path) ?? 1, isOnce: false };
  });
  return [...each, { path: '*', from: 1, isOnce: false }];
}

async function runCell(
  bank: Moments,
  name: MomentName,
  clean: Clean,
  at: Position,
  trouble: Trouble,
): Promise<string[]> {
  const { userId, itemId } = bank;
  const copy = await bank[name].restore();
  const productsBefore = await productStates();
  const wire = connect(copy);
  wire.fault = { path: at.path, from: at.from, times: at.isOnce ? 1 : Infinity, spoilt: trouble.spoilt };
  await syncItem(userId, itemId, soon());
  const expected = expectedAt(name, at, trouble);
  const wrong = [
    ...(await wholeOrUntouched(userId, clean)),
    ...(await wrongState(at, expected, productsBefore, clean.products)),
    ...wrongCalls(name, clean, at, expected, wire),
  ];
  wire.fault = null;
  await heal(bank, expected);
  return [...wrong, ...differences(await wholeState(), clean.end).map((line) => `after healing, ${line}`)];
}

function expectedAt(name: MomentName, at: Position, { meaning }: Trouble): Reaction {
  const place = placeOf(at.path);
  if (place === 'aside') return besideThePoint(at, meaning);
  const isMended = meaning === 'moved-pages' || name === 'update' || at.from > 1;
  if (at.isOnce && isMended) return { item: 'healthy', product: 'ready', goesOn: true, again: false };
  const reaction = reactionTo(meaning, place);
  // Before the first accounts there is nothing that rows could hang on.
  const isFirst = name === 'first' && (place === 'accounts' || place === 'everything');
  return isFirst ? { ...reaction, goesOn: false } : reaction;
}

/** Calls for what is good to know: their failure is noted, and keeps nothing. What only the person can mend is told. */
function besideThePoint({ path }: Position, meaning: Trouble['meaning']): Reaction {
  const isOfPerson = path === '/item/get' && (meaning === 'person' || meaning === 'consent');
  return { item: isOfPerson ? 'needs-repair' : 'healthy', product: 'same', goesOn: true, again: false };
}

function placeOf(path: string): Place {
  if (path === '*') return 'everything';
  if (path === '/item/get' || path === '/institutions/get_by_id') return 'aside';
  const product = PRODUCTS[path];
  return product === 'accounts' || product === 'transactions' ? product : 'product';
}

/** S1: rows and cursor are those from before or those of the whole update, and never something between. */
async function wholeOrUntouched(userId: Moments['userId'], clean: Clean): Promise<string[]> {
  const found = await rowsAndCursor(userId);
  const isWhole = found === clean.rows || found === clean.before;
  return [
    ...(isWhole ? [] : ['rows and cursor are neither as before nor as after the update']),
    ...(await drift()).map((row) => `read models drift: ${JSON.stringify(row)}`),
  ];
}

async function rowsAndCursor(userId: Moments['userId']): Promise<string> {
  const [item] = await asSystem((tx) => tx.execute(sql`select transactions_cursor from items`));
  return JSON.stringify([await bankRows(userId), item?.['transactions_cursor'] ?? null]);
}

async function wrongState(
  { path }: Position,
  expected: Reaction,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Promise<string[]> {
  const [row] = await asSystem((tx) =>
    tx.execute<{ state: string; wants: boolean; planned: boolean; held: boolean }>(sql`
      select i.state, j.want > j.done as wants, j.not_before > now() as planned,
        coalesce(j.lease_until > now(), false) as held
      from items i join sync_jobs j on j.item_id = i.id`),
  );
  const product = PRODUCTS[path];
  const shown = product ? (await productStates()).get(product) : undefined;
  // What was never had is waited for.
  const meant =
    expected.product === 'same' && product ? (before.get(product) ?? 'waiting') : expected.product;
  return [
    ...(row?.state === expected.item ? [] : [`the connection is ${row?.state}, not ${expected.item}`]),
    ...(row?.wants === expected.again ? [] : [`tried again by itself: ${row?.wants}`]),
    ...(!row?.wants || row.planned ? [] : ['the next try is not put off']),
    ...(row?.held ? ['the lease is not given back'] : []),
    ...(product && shown !== meant ? [`${product} is ${shown}, not ${meant}`] : []),
    ...[...(await productStates())]
      .filter(
        ([other, state]) =>
          path !== '*' && other !== product && state !== before.get(other) && state !== after.get(other),
      )
      .map(([other, state]) => `${other}, which was ${before.get(other)}, is ${state}`),
  ];
}

async function productStates(): Promise<Map<string, string>> {
  const rows = await asSystem((tx) =>
    tx.execute<{ product: string; state: string }>(sql`select product, state from item_products`),
  );
  return new Map(rows.map(({ product, state }) => [product, state]));
}

/** S13: the calls after the one that failed are made all the same, or none of them is. */
function wrongCalls(
  name: MomentName,
  clean: Clean,
  at: Position,
  expected: Reaction,
  { calls }: Wire,
): string[] {
  if (at.path === '*') return [];
  const product = PRODUCTS[at.path] ?? at.path;
  const later = [...new Set(clean.calls.slice(clean.calls.lastIndexOf(at.path) + 1))].filter(
    (path) => PRODUCTS[path] !== undefined && PRODUCTS[path] !== product && !waitsFor(path, product, name),
  );
  const made = later.filter((path) => calls.includes(path));
  if (expected.goesOn) {
    return later.filter((path) => !made.includes(path)).map((path) => `${path} was left out`);
  }
  return made.map((path) => `${path} was called all the same`);
}

/** What a product cannot be asked for without: the list of accounts, or the whole history. */
function waitsFor(path: string, product: string, name: MomentName): boolean {
  if (product === 'accounts') return /^\/(liabilities|investments|identity)\//.test(path);
  return product === 'transactions' && name === 'first' && path === '/transactions/recurring/get';
}

/** The trouble is over: time passes, the person signs in again, or the schedule comes round. */
async function heal({ userId, itemId }: Moments, { item, again }: Reaction): Promise<void> {
  if (again) {
    await asSystem((tx) => tx.execute(sql`update sync_jobs set not_before = null`));
    await drain();
  } else if (item === 'revoked' || item === 'needs-repair') {
    await repairDone(userId, itemId);
    await drain();
  } else {
    await asSystem((tx) => tx.execute(sql`update sync_jobs set last_run_at = now() - interval '2 days'`));
    await sweep(soon());
  }
}
