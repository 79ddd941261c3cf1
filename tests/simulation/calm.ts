/** After the faults (R2): everybody is let go on, and what must come about has to, within its time. */
import { perform } from './actions';
import { NONE } from './faults';
import { Violation } from './invariants';
import type { Rng } from './rng';
import type { UpstreamItem } from './upstream-item';
import type { World } from './world';

const BEAT_MS = 15_000;
const PERIOD_MS = 24 * 3_600_000;
/** A lease that somebody died with is free by then, and a minute later the Item is up to date. */
const LEASE_MS = 60_000;
const WITHIN_MS = 60_000;
/** Links that were broken off are taken up after two minutes; removals by the next beat. */
const REST_MS = [125_000, 60_000, 60_000];

/** Milliseconds of virtual time until each live Item was where upstream is. */
export type Convergence = { webhook: number[]; cron: number[] };

/** Ends the faults, and checks liveness and all that must hold at rest. A `Violation` is left in the world. */
export async function calm(world: World, rng: Rng): Promise<Convergence> {
  for (const name of world.driver.names()) if (rng.chance(0.4)) await world.driver.kill(name);
  for (const item of world.upstream.items) settle(item);
  await repairAll(world);
  await waitForCalls(world);
  const converged: Convergence = { webhook: [], cron: [] };
  try {
    if (rng.chance(0.6)) converged.webhook = await afterWebhooks(world);
    else converged.cron = await afterCron(world);
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

/** The bank is well again, has told all of its history, and finished what it began. */
function settle(item: UpstreamItem): void {
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
        'L1',
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
      throw new Violation('L1', `${item.id} is not up to date after the schedule: ${await why(world, item)}`);
    }
  }
  return [world.clock.now - since];
}

/** Beats until nothing is left to do, and three at most; now and then all three, since what rests must stay so. */
async function atRest(world: World, rng: Rng): Promise<void> {
  const isWatched = rng.chance(0.2);
  for (const ms of REST_MS) {
    if (!isWatched && !(await findUnrest(world))) break;
    world.clock.advance(ms);
    await beat(world);
  }
  const unrest = await findUnrest(world);
  if (unrest) throw unrest;
  await checkRuns(world);
  await world.checkTotals();
  await checkEstimates(world);
}

/** What is not as it should be when all has been said and done. */
async function findUnrest(world: World): Promise<Violation | null> {
  const open = await world.ask(`select id from link_intents where state = 'started'`);
  if (open.length > 0) return new Violation('S10', 'a link is neither made nor given up');
  for (const { plaidItemId, state, errorCode } of await world.look()) {
    const item = world.upstream.items.find(({ id }) => id === plaidItemId);
    const isOver = item?.isRemoved || item?.error;
    if (state === 'ending') return new Violation('S11', `${plaidItemId} is still there after its removal`);
    if (!isOver && state !== 'healthy')
      return new Violation('S12', `${plaidItemId} is ${state} (${errorCode}), and nothing is wrong`);
    if (isOver && state === 'healthy')
      return new Violation('S12', `${plaidItemId} has ended, and is healthy`);
  }
  return null;
}

/** S17: every run has said how it ended, and nothing secret. */
async function checkRuns(world: World): Promise<void> {
  world.invariants.count('S17');
  const [row] = await world.ask(`
    select count(*) filter (where (outcome = 'running') <> (finished_at is null)) as odd,
      count(*) filter (where outcome = 'running' and exists (select from sync_runs n
        where n.user_id = r.user_id and n.item_id = r.item_id and n.fence > r.fence)) as open,
      count(*) filter (where to_jsonb(r)::text like any (array['%access-%', '%public-%'])) as secret
    from sync_runs r`);
  for (const [what, count] of Object.entries(row ?? {})) {
    if (Number(count) > 0) throw new Violation('S17', `${count} runs are ${what}`);
  }
}

/** S14: a day that no bank reported is the next reported one less what was booked in between. */
async function checkEstimates(world: World): Promise<void> {
  const drift = await world.ask(`
    select e.account_id from account_balances e
    join lateral (select day, balance from account_balances r where r.user_id = e.user_id
      and r.account_id = e.account_id and not r.is_estimated and r.day > e.day order by r.day limit 1) r on true
    join accounts a on a.user_id = e.user_id and a.id = e.account_id and a.type in ('depository', 'credit')
    where e.is_estimated and r.balance <> e.balance + coalesce((select sum(t.amount) from transactions t
      where t.user_id = e.user_id and t.account_id = e.account_id and t.removed_at is null and not t.is_pending
        and t.currency = e.currency and t.posted_day > e.day and t.posted_day <= r.day), 0)`);
  if (drift.length > 0)
    throw new Violation('S14', `${drift.length} estimated balances do not follow from their rows`);
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
  const seen = (await world.look()).find(({ plaidItemId }) => plaidItemId === item.id);
  if (!seen) return null;
  const reach = item.reachOf(seen.cursor);
  if (reach !== item.log.length) return `${reach} of ${item.log.length} events`;
  const isInvested = item.movements.some(({ account }) => item.serves(account));
  if (isInvested && seen.movements !== item.movementDigest()) return 'investment movements';
  const rows = await world.ask(OTHERS, [seen.userId, seen.itemId]);
  const found = rows
    .map(({ line }) => String(line))
    .sort()
    .join('\n');
  const expected = item.productLines().sort().join('\n');
  return found === expected ? null : `found ${found}\nexpected ${expected}`;
}

const OTHERS = `
  with mine as (select * from accounts where user_id = $1::uuid and item_id = $2::uuid and closed_at is null)
  select concat_ws('|', 'account', plaid_account_id, bank_name, type, currency, balance) as line from mine
  union all select concat_ws('|', 'debt', plaid_account_id, minimum_payment)
    from liabilities l join mine a on a.user_id = l.user_id and a.id = l.account_id
  union all select concat_ws('|', 'holding', plaid_account_id, quantity::float8, value)
    from holdings h join mine a on a.user_id = h.user_id and a.id = h.account_id`;

async function start(world: World, what: 'cron' | 'webhook'): Promise<void> {
  const name = `${what}-${world.clock.now}`;
  await perform(world, { do: 'start', name, what, item: 0, seed: 0, ms: 600_000 });
}

/** The heartbeat of a server of one's own. */
async function beat(world: World): Promise<void> {
  world.clock.advance(BEAT_MS);
  await start(world, 'cron');
  await runUntilQuiet(world);
}

/** Everybody goes on, the longest waiting first, until all have ended or wait for later than the next beat. */
export async function runUntilQuiet(world: World): Promise<void> {
  const until = world.clock.now + BEAT_MS;
  while (!world.violation) {
    const [first] = world.driver.waiting();
    if (first) {
      await perform(world, {
        do: 'go',
        process: first.process,
        nth: 0,
        fault: NONE,
        ms: first.point.kind === 'call' ? 80 : 2,
      });
      continue;
    }
    const timer = world.clock.next();
    if (!timer || timer.at > until) return;
    await perform(world, { do: 'wake' });
  }
}
