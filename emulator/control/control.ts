import type { z } from 'zod';
import { parseRequest } from '../request';
import type { Deliver } from '../webhooks/webhooks';
import type { World } from '../world';

/** One lever: takes the parsed body, answers with what it did. */
export type Control = {
  readonly run: (world: World, body: unknown, deliver: Deliver) => Promise<object>;
};

export function control<Schema extends z.ZodType>(
  schema: Schema,
  run: (world: World, body: z.output<Schema>, deliver: Deliver) => Promise<object>,
): Control {
  return { run: async (world, body, deliver) => run(world, parseRequest(schema, body), deliver) };
}
