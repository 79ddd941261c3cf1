/** The one official client. Where it speaks to is decided here and nowhere else (GEN-14). */
import 'server-only';
import { Configuration, PlaidApi, PlaidEnvironments } from 'plaid';
import { env } from '@/lib/env';
import { type Gate, gated, OPEN_GATE } from './gate';
import { readAnswer } from './read-answer';

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 64 * 1024 * 1024;

/** What the client's HTTP library calls with a request; it answers, or rejects with an error of that library. */
type Adapter = (request: never) => Promise<object>;

let adapter: Adapter | undefined;
let ownGate: Gate | null = null;
let made: PlaidApi | undefined;

/**
 * Tests answer requests in their own process: the client stays the real one, only the wire is shorter. That wire
 * has no limits, and proofs make a year's calls in a minute, so they are counted only if asked for.
 */
export function answerThrough(inProcess: Adapter, options: { areCallsCounted?: boolean } = {}): void {
  adapter = inProcess;
  ownGate = options.areCallsCounted ? null : OPEN_GATE;
  made = undefined;
}

/**
 * Makes one call and answers its body, or waits outside (S16). Every failure leaves as a `PlaidFailure`: the
 * client's own error carries the secret and the access token in its configuration (ERR-3).
 */
export async function callPlaid<T>(call: (api: PlaidApi) => Promise<{ data: T }>): Promise<T> {
  made ??= gated(makeClient(), ownGate);
  return (await call(made)).data;
}

/** An unknown setting never falls through to production: the client would, with an undefined base (GEN-13). */
export function basePath(): string {
  const { PLAID_ENV, PLAID_BASE_URL, APP_URL } = env();
  if (PLAID_ENV === 'emulator') return PLAID_BASE_URL ?? `${APP_URL}/api/emulator`;
  const known = PlaidEnvironments[PLAID_ENV];
  if (!known) throw new Error(`There is no Plaid environment called ${PLAID_ENV}.`);
  return known;
}

function makeClient(): PlaidApi {
  const { PLAID_ENV, PLAID_CLIENT_ID = 'emulator', PLAID_SECRET = 'emulator' } = env();
  const configuration = new Configuration({
    basePath: basePath(),
    baseOptions: {
      timeout: TIMEOUT_MS,
      maxRedirects: 0,
      maxContentLength: MAX_BYTES,
      transformResponse: readAnswer,
      // A proxy of the environment must not see calls within this machine.
      ...(PLAID_ENV === 'emulator' ? { proxy: false } : {}),
      ...(adapter ? { adapter } : {}),
      headers: { 'PLAID-CLIENT-ID': PLAID_CLIENT_ID, 'PLAID-SECRET': PLAID_SECRET },
    },
  });
  return new PlaidApi(configuration);
}
