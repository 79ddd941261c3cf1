/** `/_emulator/…`: the levers of the emulator, outside Plaid's paths and off unless switched on. */
import { json } from '../call';
import { EmulatedError, plaidError } from '../errors/errors';
import type { Deliver } from '../webhooks/webhooks';
import type { World } from '../world';
import { clockControls } from './clock';
import type { Control } from './control';
import { faultControls } from './faults';
import { itemLifeControls } from './item-life';
import { itemControls } from './items';
import { transactionControls } from './transactions';
import { webhookControls } from './webhooks';

const CONTROLS: Readonly<Record<string, Control>> = {
  ...clockControls,
  ...faultControls,
  ...itemControls,
  ...itemLifeControls,
  ...transactionControls,
  ...webhookControls,
};

/** `GET` and `POST` are alike; a body is JSON, or nothing. Errors have the shape of the API's. */
export async function answerControl(
  request: Request,
  path: string,
  world: World,
  deliver: Deliver,
): Promise<Response> {
  try {
    const control = Object.hasOwn(CONTROLS, path) && world.config.controlEnabled ? CONTROLS[path] : undefined;
    if (!control) throw plaidError('NOT_FOUND');
    const text = await request.text();
    const body: unknown = text === '' ? {} : parsed(text);
    return json(200, await control.run(world, body, deliver));
  } catch (error) {
    if (!(error instanceof EmulatedError)) throw error;
    return json(error.status, error.body);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw plaidError('INVALID_BODY');
  }
}
