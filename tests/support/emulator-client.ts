/** The real Plaid client against the emulator in process: its axios adapter calls `handle`, no port is opened. */
import { Configuration, PlaidApi } from 'plaid';
import { createEmulator, type Emulator, type EmulatorOptions } from '@/emulator';
import { MemoryStore } from '@/emulator/stores/memory';

export const EMULATOR_URL = 'http://emulator.test';

const NO_DELAYS = { initial: 0, historical: 0, report: 0, webhookRetries: [0, 0] };

/** An emulator with a memory of its own: no delays, no timers, control switched on. */
export function anEmulator(options: Partial<EmulatorOptions> = {}): Emulator {
  return createEmulator({
    store: new MemoryStore(),
    publicUrl: EMULATOR_URL,
    timers: false,
    controlEnabled: true,
    delays: NO_DELAYS,
    ...options,
  });
}

/** A client with the emulator's credentials in its headers, as the app's own. */
export function plaidClientFor(
  emulator: Pick<Emulator, 'handle'>,
  headers: Record<string, string> = { 'PLAID-CLIENT-ID': 'emulator', 'PLAID-SECRET': 'emulator' },
): PlaidApi {
  const baseOptions = { headers, adapter: adapterFor(emulator) };
  return new PlaidApi(new Configuration({ basePath: EMULATOR_URL, baseOptions }));
}

/** One of the emulator's own levers: `/clock/advance`, `/items/break`, … */
export async function steer(emulator: Emulator, path: string, body: object = {}): Promise<unknown> {
  const url = `${EMULATOR_URL}/_emulator${path}`;
  const response = await emulator.handle(new Request(url, { method: 'POST', body: JSON.stringify(body) }));
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer;
}

/** The part of an axios request that a call of the client fills. */
type Call = {
  readonly url?: string;
  readonly method?: string;
  readonly headers: { toJSON(): Record<string, unknown> };
  readonly data?: unknown;
  readonly responseType?: string;
};

export function adapterFor(emulator: Pick<Emulator, 'handle'>): (call: Call) => Promise<object> {
  return async (call) => {
    const response = await emulator.handle(requestOf(call));
    const answer = {
      // As text, like the wire: the client reads it. Files are asked for as bytes.
      data:
        call.responseType === 'arraybuffer'
          ? Buffer.from(await response.arrayBuffer())
          : await response.text(),
      status: response.status,
      statusText: response.statusText,
      headers: Object.fromEntries(response.headers),
      config: call,
      request: null,
    };
    if (response.ok) return answer;
    // What axios rejects with, for its `isAxiosError` and for readers of `response.data`.
    const message = `Request failed with status code ${response.status}`;
    throw Object.assign(new Error(message), { isAxiosError: true, config: call, response: answer });
  };
}

function requestOf({ url, method, headers, data }: Call): Request {
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers.toJSON())) sent.set(name, String(value));
  const body = typeof data === 'string' ? data : null;
  return new Request(url ?? EMULATOR_URL, { method: (method ?? 'post').toUpperCase(), headers: sent, body });
}
