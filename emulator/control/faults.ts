/** Trouble for the next calls, and how long data takes to arrive. */
import { z } from 'zod';
import type { Delays, Fault } from '../documents';
import { delaysOf, SETTINGS_ID, type World } from '../world';
import { type Control, control } from './control';

const fault = z.strictObject({
  endpoint: z.string(),
  count: z.int().min(1).default(1),
  status: z.int().min(200).max(599).optional(),
  error_type: z.string().optional(),
  error_code: z.string().optional(),
  delay_ms: z.int().min(0).max(120_000).optional(),
  body: z.enum(['html', 'cut', 'empty', 'drop']).optional(),
});

const delays = z.strictObject({
  initial_ms: z.int().min(0).optional(),
  historical_ms: z.int().min(0).optional(),
  report_ms: z.int().min(0).optional(),
  webhook_retries_ms: z.array(z.int().min(0)).optional(),
  webhook_timeout_ms: z.int().min(1).optional(),
});

export const faultControls: Readonly<Record<string, Control>> = {
  '/faults/list': control(z.strictObject({}), async ({ settings }) => ({ faults: settings.faults ?? [] })),
  '/faults/add': control(fault, async (world, asked) => {
    const settings = await world.store.update('settings', SETTINGS_ID, (current) => ({
      ...current,
      faults: [...(current?.faults ?? []), planned(asked)],
    }));
    return { faults: settings.faults };
  }),
  '/faults/clear': control(z.strictObject({}), async (world) => {
    await world.store.update('settings', SETTINGS_ID, (current) => ({ ...current, faults: [] }));
    return { faults: [] };
  }),
  '/delays/set': control(delays, setDelays),
  '/rate-limits/set': control(z.strictObject({ on: z.boolean() }), async (world, { on }) => {
    await world.store.update('settings', SETTINGS_ID, (current) => ({ ...current, rateLimits: on }));
    return { on };
  }),
};

function planned(asked: z.output<typeof fault>): Fault {
  const { endpoint, count, status, error_type, error_code, delay_ms, body } = asked;
  return {
    endpoint,
    count,
    ...(status !== undefined && { status }),
    ...(error_type !== undefined && { errorType: error_type }),
    ...(error_code !== undefined && { errorCode: error_code }),
    ...(delay_ms !== undefined && { delayMs: delay_ms }),
    ...(body !== undefined && { body }),
  };
}

async function setDelays(world: World, asked: z.output<typeof delays>): Promise<object> {
  const { initial_ms, historical_ms, report_ms, webhook_retries_ms, webhook_timeout_ms } = asked;
  const changed: Partial<Delays> = {
    ...(initial_ms !== undefined && { initial: initial_ms }),
    ...(historical_ms !== undefined && { historical: historical_ms }),
    ...(report_ms !== undefined && { report: report_ms }),
    ...(webhook_retries_ms !== undefined && { webhookRetries: webhook_retries_ms }),
    ...(webhook_timeout_ms !== undefined && { webhookPatience: webhook_timeout_ms }),
  };
  await world.store.update('settings', SETTINGS_ID, (current) => ({
    ...current,
    delays: { ...current?.delays, ...changed },
  }));
  return { delays: { ...delaysOf(world), ...changed } };
}
