/** What must hold once there is nothing left to do. */
import { Violation } from './invariants';
import { beat } from './quiet';
import type { Rng } from './rng';
import type { World } from './world';

/** Links that were broken off are taken up after two minutes; removals by the next beat. */
const REST_MS = [125_000, 60_000, 60_000];

/** Beats until nothing is left to do, and three at most; now and then all three, since what rests must stay so. */
export async function atRest(world: World, rng: Rng): Promise<void> {
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
