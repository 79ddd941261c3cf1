/** Between the app's own client and the bank: counts calls, makes pages small, and lets chosen calls fail. */
import { basePath } from '@/lib/plaid/client';
import { type Answer, type Call, networkError, useGatedPlaid } from '../simulation/gated-plaid';
import type { Bank } from './moment';

/** What comes instead of the bank's answer; `cut off` is a connection that breaks. */
export type Spoilt = Answer | 'cut off';

export type Fault = {
  /** A path of the API, or `*` for every one. */
  readonly path: string;
  /** From the how-many-th call of that path on. */
  readonly from: number;
  readonly times: number;
  readonly spoilt: Spoilt;
};

export type Wire = {
  /** Paths as they were called, in order. */
  readonly calls: string[];
  fault: Fault | null;
};

/** From here on the app speaks to this bank through the wire that is answered. `hear` is told of each call first. */
export function connect(
  bank: Bank,
  hear: (path: string, count: number) => Promise<void> | void = () => undefined,
): Wire {
  const wire: Wire = { calls: [], fault: null };
  let spoiled = 0;
  useGatedPlaid(async (call) => {
    wire.calls.push(call.path);
    const { fault } = wire;
    const nth = wire.calls.filter((path) => fault?.path === '*' || path === call.path).length;
    await hear(call.path, nth);
    const isMeant = fault && (fault.path === '*' || fault.path === call.path);
    if (!isMeant || spoiled >= fault.times || nth < fault.from) return ask(bank, call);
    spoiled += 1;
    if (fault.spoilt === 'cut off') throw networkError('ECONNRESET');
    return fault.spoilt;
  });
  return wire;
}

async function ask({ emulator, page }: Bank, { path, body }: Call): Promise<Answer> {
  const headers = { 'PLAID-CLIENT-ID': 'emulator', 'PLAID-SECRET': 'emulator' };
  const request = { method: 'POST', headers, body: JSON.stringify(withPages(body, page)) };
  const response = await emulator.handle(new Request(`${basePath()}${path}`, request));
  return { status: response.status, body: await response.text() };
}

function withPages(body: Call['body'], page: number): Call['body'] {
  const { count, options } = body;
  const isOfPages = typeof options === 'object' && options !== null && 'count' in options;
  return {
    ...body,
    ...(count === undefined ? {} : { count: page }),
    ...(isOfPages ? { options: { ...options, count: page } } : {}),
  };
}
