/** After the faults (R2): everybody is let go on, and what must come about has to, within its time. */
import { perform } from './actions';
import { Violation } from './invariants';
import { BEAT_MS, beat, runUntilQuiet, start } from './quiet';
import { atRest } from './rest';
import type { Rng } from './rng';
import type { Product, UpstreamItem } from './upstream-item';
import type { World } from './world';

const PERIOD_MS = 24 * 3_600_000;
/** A lease that somebody died with is free by then, and a minute later the Item is up to date. */
const LEASE_MS = 60_000;
const WITHIN_MS = 60_000;
/** More than the fewest calls a minute that Plaid allows of any kind that a run makes. */
const CLICKS = 14;

/** Milliseconds of virtual time until each live Item was where upstream is. */
export type Convergence = { webhook: number[]; cron: number[] };

/** Ends the faults, and checks liveness and all that must hold at rest. A `Violation` is left in the world. */
export async function calm(world: World, rng: Rng): Promise<Convergence> {
  for (const name of world.driver.names()) if (rng.chance(0.4)) await world.driver.kill(name);
  for (const item of world.upstream.items) settle(item, rng);
  await repairAll(world);
  await waitForCalls(world);
  const converged: Convergence = { webhook: [], cron: [] };
  try {
    if (rng.chance(0.6)) converged.webhook = await afterWebhooks(world);
    else converged.cron = await afterCron(world);
    if (world.areCallsCounted) await storm(world);
    if (!world.violation) await atRest(world, rng);
  } catch (error) {
    world.fail(error);
  }
  return converged;
}

/** What Plaid has refused keeps calls back for minutes: that much longer everything takes (S16). */
async function waitForCalls(world: World): Promise<void> {
  const [row] = await world.ask('select max(open_until)::text as until from plaid_circuits');
  const minute = Math.ceil(world.clock.now / 60_000) * 60_000;
  const until = row?.['until'] ? Date.parse(row['until']) : 0;
  world.clock.advance(Math.max(minute, until) - world.clock.now + 1);
}

/** The bank is well again but for a product perhaps, has told all of its history, and finished what it began. */
function settle(item: UpstreamItem, rng: Rng): void {
  if (rng.chance(0.5)) item.trouble = null;
  if (item.error?.code === 'ITEM_LOGIN_REQUIRED') item.error = null;
  if (item.isExchanged) item.readiness = 'complete';
  item.log.push(...item.later.splice(0));
}

/** Who was told to reconnect has done so: the page says that it is done, whatever became of the webhooks. */
async function repairAll(world: World): Promise<void> {
  await runUntilQuiet(world);
  for (const [nth, item] of world.upstream.items.entries()) {
    const state = world.invariants.seenOf(item)?.state;
    if (state !== 'needs-repair') continue;
    await perform(world, {
      do: 'start',
      name: `repair-${nth}`,
      what: 'repair',
      item: nth,
      seed: 0,
      ms: 600_000,
    });
  }
}

async function afterWebhooks(world: World): Promise<number[]> {
  const since = world.clock.now;
  const wasLeased = new Set(
    (await world.look()).filter(({ isLeased }) => isLeased).map((of) => of.plaidItemId),
  );
  const awaited = aliveItems(world);
  world.mail = awaited.map((item) => ({
    item,
    notice: { type: 'TRANSACTIONS', code: 'SYNC_UPDATES_AVAILABLE' },
  }));
  while (world.mail.length > 0) await start(world, 'webhook');
  const times: number[] = [];
  const left = new Set(awaited);
  while (left.size > 0 && !world.violation) {
    await runUntilQuiet(world);
    const took = world.clock.now - since;
    for (const item of left) {
      if (!(await hasConverged(world, item))) continue;
      left.delete(item);
      times.push(took);
    }
    const late = [...left].find(({ id }) => took > WITHIN_MS + (wasLeased.has(id) ? LEASE_MS + BEAT_MS : 0));
    if (late)
      throw new Violation(
        late.trouble ? 'S13' : 'L1',
        `${late.id} is not up to date ${took} ms after a webhook: ${await why(world, late)}`,
      );
    await beat(world);
  }
  return times;
}

/** One call of the schedule has to bring everything, a period after the faults. */
async function afterCron(world: World): Promise<number[]> {
  await runUntilQuiet(world);
  world.clock.advance(PERIOD_MS);
  const since = world.clock.now;
  await start(world, 'cron');
  await runUntilQuiet(world);
  for (const item of world.violation ? [] : aliveItems(world)) {
    if (!(await hasConverged(world, item))) {
      throw new Violation(
        item.trouble ? 'S13' : 'L1',
        `${item.id} is not up to date after the schedule: ${await why(world, item)}`,
      );
    }
  }
  return [world.clock.now - since];
}

/** Somebody who clicks for a whole minute is served without more calls than Plaid allows (S16). */
async function storm(world: World): Promise<void> {
  const [item] = aliveItems(world);
  if (!item) return;
  const nth = world.upstream.items.indexOf(item);
  for (let clicks = 0; clicks < CLICKS && !world.violation; clicks++) {
    await perform(world, {
      do: 'start',
      name: `click-${clicks}`,
      what: 'click',
      item: nth,
      seed: 0,
      ms: 600_000,
    });
    await runUntilQuiet(world);
  }
  await waitForCalls(world);
}

/** Items that are here and that their bank serves. */
function aliveItems({ upstream, invariants }: World): UpstreamItem[] {
  return upstream.items.filter((item) => {
    const seen = invariants.seenOf(item);
    return seen && seen.state !== 'ending' && !item.isRemoved && !item.error;
  });
}

async function hasConverged(world: World, item: UpstreamItem): Promise<boolean> {
  return (await why(world, item)) === null;
}

/** What an Item still lacks; null when it is where upstream is, with all its products. */
async function why(world: World, item: UpstreamItem): Promise<string | null> {
  if (item.trouble) world.invariants.count('S13');
  const seen = (await world.look()).find(({ plaidItemId }) => plaidItemId === item.id);
  if (!seen) return null;
  const reach = item.reachOf(seen.cursor);
  if (reach !== item.log.length) return `${reach} of ${item.log.length} events`;
  const out = item.trouble?.product;
  const isInvested = out !== 'investments' && item.movements.some(({ account }) => item.serves(account));
  if (isInvested && seen.movements !== item.movementDigest()) return 'investment movements';
  const rows = await world.ask(OTHERS, [seen.userId, seen.itemId]);
  // Of a product that does not answer nothing is expected, and everything of the others (S13).
  const text = (lines: string[]) =>
    lines
      .filter((line) => !isOf(line, out))
      .sort()
      .join('\n');
  const found = text(rows.map(({ line }) => String(line)));
  const expected = text(item.productLines());
  return found === expected ? null : `found ${found}\nexpected ${expected}`;
}

function isOf(line: string, product: Product | undefined): boolean {
  return line.startsWith(product === 'liabilities' ? 'debt|' : product === 'investments' ? 'holding|' : '-');
}

const OTHERS = `
  with mine as (select * from accounts where user_id = $1::uuid and item_id = $2::uuid and closed_at is null)
  select concat_ws('|', 'account', plaid_account_id, bank_name, type, currency, balance) as line from mine
  union all select concat_ws('|', 'debt', plaid_account_id, minimum_payment)
    from liabilities l join mine a on a.user_id = l.user_id and a.id = l.account_id
  union all select concat_ws('|', 'holding', plaid_account_id, quantity::float8, value)
    from holdings h join mine a on a.user_id = h.user_id and a.id = h.account_id`;
