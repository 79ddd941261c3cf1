/** Between the app's own client and the bank: counts calls, makes pages small, and lets chosen calls fail. */
import { answerThrough, basePath } from '@/lib/plaid/client';
import { adapterOf, type Bank } from './moment';

/** What comes instead of the bank's answer; `cut off` is a connection that breaks. */
export type Spoilt = { readonly status: number; readonly text: string } | 'cut off';

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

/** Rows to a page: little Items then have many pages. */
const PAGE = 2;

type Call = Parameters<ReturnType<typeof adapterOf>>[0];

/** From here on the app speaks to this bank through the wire that is answered. */
export function connect(bank: Bank, fault: Fault | null = null): Wire {
  const answer = adapterOf(bank);
  const wire: Wire = { calls: [], fault };
  let spoiled = 0;
  answerThrough(async (call: Call) => {
    const path = (call.url ?? '').slice(basePath().length);
    wire.calls.push(path);
    const asked = wire.fault;
    const isMeant = asked && (asked.path === '*' || asked.path === path) && spoiled < asked.times;
    const nth = wire.calls.filter((of) => asked?.path === '*' || of === path).length;
    if (!isMeant || nth < asked.from) return answer(withSmallPages(call));
    spoiled += 1;
    return spoil(call, asked.spoilt);
  });
  return wire;
}

function withSmallPages(call: Call): Call {
  if (typeof call.data !== 'string') return call;
  const body: unknown = JSON.parse(call.data);
  if (typeof body !== 'object' || body === null) return call;
  const options = 'options' in body && typeof body.options === 'object' ? body.options : null;
  const small = {
    ...body,
    ...('count' in body ? { count: PAGE } : {}),
    ...(options && 'count' in options ? { options: { ...options, count: PAGE } } : {}),
  };
  return { ...call, data: JSON.stringify(small) };
}

function spoil(config: Call, spoilt: Spoilt): object {
  if (spoilt === 'cut off') throw Object.assign(new Error('socket hang up'), { isAxiosError: true, config });
  const { status, text } = spoilt;
  const response = { status, statusText: '', headers: {}, data: text, config, request: null };
  if (status < 300) return response;
  throw Object.assign(new Error(`Request failed with status code ${status}`), {
    isAxiosError: true,
    config,
    response,
  });
}
