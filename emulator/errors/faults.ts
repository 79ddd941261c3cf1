/** Planned trouble for the next calls of an endpoint (TXN-17): what it is, and when it wears off. */
import type { Fault } from '../documents';
import { SETTINGS_ID, type World } from '../world';
import { errorBody, plaidError } from './errors';

/** Takes one call off the first plan that fits; null when there is none. */
export async function takeFault(world: World, path: string): Promise<Fault | null> {
  if (!world.settings.faults?.some((fault) => fits(fault, path))) return null;
  let taken: Fault | null = null;
  await world.store.update('settings', SETTINGS_ID, (current) => {
    taken = current?.faults?.find((fault) => fits(fault, path)) ?? null;
    return {
      ...current,
      faults: (current?.faults ?? []).flatMap((fault) => (fault === taken ? used(fault) : [fault])),
    };
  });
  return taken;
}

/** Carries it out: waits, then gives the spoilt answer; null lets the call go on as if nothing was. */
export async function troubled(fault: Fault, requestId: string): Promise<Response | null> {
  if (fault.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  if (fault.body === undefined && fault.errorCode === undefined && fault.status === undefined) return null;
  const text = JSON.stringify({ ...bodyOf(fault), request_id: requestId });
  const status = fault.status ?? statusOf(fault);
  if (fault.body === 'drop') return new Response(null, { status: 502, headers: { 'x-emulator-drop': '1' } });
  if (fault.body === 'html')
    return page(status, '<!doctype html><title>502 Bad Gateway</title>', 'text/html');
  if (fault.body === 'empty') return page(status, '', 'application/json');
  if (fault.body === 'cut') return page(status, text.slice(0, text.length / 2), 'application/json');
  return page(status, text, 'application/json');
}

function bodyOf({ errorCode, errorType }: Fault) {
  const body = errorBody(errorCode ?? 'INTERNAL_SERVER_ERROR');
  return errorType === undefined ? body : { ...body, error_type: errorType };
}

function statusOf({ errorCode, body }: Fault): number {
  if (errorCode !== undefined) return plaidError(errorCode).status;
  return body === undefined ? 500 : 200;
}

function fits(fault: Fault, path: string): boolean {
  return fault.count > 0 && (fault.endpoint === '*' || fault.endpoint === path);
}

function used(fault: Fault): Fault[] {
  return fault.count > 1 ? [{ ...fault, count: fault.count - 1 }] : [];
}

function page(status: number, text: string, type: string): Response {
  return new Response(text, { status, headers: { 'content-type': type } });
}
