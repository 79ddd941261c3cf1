/** Sixty days in which everything goes wrong that may, and then one day on which nothing does. */
import { repairDone } from '@/lib/sync/repair-item';
import { drift, pull } from '../../support/engine';
import { chanceOf } from './chance';
import { differences, notices } from './compare';
import { editSome, type Edits, misplaced } from './edits';
import { type Broken, moveRows, plantTrouble } from './trouble';
import { catchUp, type Household, openPeople, type World } from './world';

export type Outcome = {
  banks: number;
  edits: number;
  /** Rows and balances that are on one side only; edits that are not where they were put. */
  differences: string[];
  misplaced: string[];
  /** Read models that differ from a full recount, and balances that were called unexplained. */
  drift: unknown[];
  notices: unknown[];
};

/** `isCalm` is without faults, `isSilent` with them and without any webhook. */
type Life = { seed: number; days: number; isCalm?: boolean; isSilent?: boolean };

export async function liveThrough(
  households: readonly Household[],
  { seed, days, isCalm = false, isSilent = false }: Life,
): Promise<Outcome> {
  const world = await openPeople(households);
  try {
    const chance = chanceOf(seed);
    const [edits, broken]: [Edits, Broken] = [new Map(), new Map()];
    const told: unknown[] = [];
    for (let day = 1; day <= days; day++) {
      if (!isCalm) await plantTrouble(world, broken, day, chance);
      if (isSilent) await silence(world);
      await moveRows(world, day, chance);
      await mend(world, broken, (until) => until <= day);
      await world.time.pass({ hours: 18 + chance.below(12) });
      await catchUp(world, 1 + chance.below(2));
      await editSome(world, edits, chance);
      for (const person of world.people) told.push(...(await notices(person)));
    }
    await calmDown(world, broken, isSilent);
    return {
      banks: world.links.length,
      edits: edits.size,
      differences: await differences(world),
      misplaced: await misplaced(world, edits),
      drift: await drift(),
      notices: told,
    };
  } finally {
    world.time.end();
  }
}

/** The person signs in again at banks whose time has come. Whatever Plaid says to it, they are told nothing worse. */
async function mend(world: World, broken: Broken, isDue: (day: number) => boolean): Promise<void> {
  for (const [link, day] of broken) {
    if (!isDue(day)) continue;
    await pull(world.emulator, '/items/heal', { item_id: link.plaidItemId });
    await repairDone(link.userId, link.itemId);
    broken.delete(link);
  }
}

async function silence({ emulator }: World): Promise<void> {
  await pull(emulator, '/webhooks/mode', { mode: 'lose' });
}

async function calmDown(world: World, broken: Broken, isSilent: boolean): Promise<void> {
  await pull(world.emulator, '/faults/clear');
  if (!isSilent) await pull(world.emulator, '/webhooks/mode', { mode: 'send', order: 'reversed' });
  await mend(world, broken, () => true);
  await world.time.pass({ days: 2 });
  await catchUp(world, 12);
}
