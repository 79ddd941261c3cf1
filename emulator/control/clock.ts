/** Time: see it, freeze it, move it forward, run it (EMU-3). */
import { z } from 'zod';
import { DAY_MS, timestamp } from '../clock';
import { plaidError } from '../errors/errors';
import { SETTINGS_ID, type World } from '../world';
import { type Control, control } from './control';

const rate = z.number().min(0).max(10_000_000);

export const clockControls: Readonly<Record<string, Control>> = {
  '/clock/get': control(z.strictObject({}), async (world) =>
    shown(world.now, world.settings.clock?.rate ?? 1),
  ),
  '/clock/advance': control(
    z.strictObject({ days: z.number().min(0).optional(), ms: z.number().min(0).optional() }),
    async (world, { days = 0, ms = 0 }) => moveTo(world, world.now + days * DAY_MS + ms, undefined),
  ),
  '/clock/set': control(
    z.strictObject({ now: z.iso.datetime({ offset: true }).optional(), rate: rate.optional() }),
    async (world, { now, rate }) => moveTo(world, now === undefined ? world.now : Date.parse(now), rate),
  ),
  '/clock/freeze': control(z.strictObject({}), async (world) => moveTo(world, world.now, 0)),
  '/clock/run': control(z.strictObject({ rate: rate.default(1) }), async (world, { rate }) =>
    moveTo(world, world.now, rate),
  ),
};

/** Only forward: a change log cannot forget what it told. */
async function moveTo(world: World, simulated: number, rate: number | undefined): Promise<object> {
  if (simulated < world.now) throw plaidError('INVALID_FIELD', 'now: the clock moves forward only');
  const settings = await world.store.update('settings', SETTINGS_ID, (current) => ({
    ...current,
    clock: { simulated, real: world.real, rate: rate ?? current?.clock?.rate ?? 1 },
  }));
  return shown(simulated, settings.clock.rate);
}

function shown(now: number, rate: number): object {
  return { now: timestamp(now), rate };
}
