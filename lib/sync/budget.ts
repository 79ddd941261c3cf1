/**
 * The keeper of the gate before Plaid (S16): whoever calls, in whatever process, takes from one budget per minute,
 * and what Plaid refuses for reasons of ours is not asked again for a while. Imported for what it does.
 */
import 'server-only';
import { type Counter, openCircuit, spendMinute, takeCall } from '@/db/queries/system/plaid-calls';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { PlaidFailure } from '@/lib/plaid/errors';
import { type Call, countCallsBy } from '@/lib/plaid/gate';
import { limitOf } from '@/lib/plaid/rate-limits';

const CIRCUIT_SECONDS = 300;

/** No call can succeed before an operator has been there. */
const ALL_ENDPOINTS = ['INVALID_API_KEYS', 'UNAUTHORIZED_ENVIRONMENT', 'DIRECT_INTEGRATION_NOT_ENABLED'];
/** How we ask is wrong, for whichever Item: other endpoints go on. A single field may be of one Item alone (S2). */
const THIS_ENDPOINT = [
  'UNAUTHORIZED_ROUTE_ACCESS',
  'INVALID_BODY',
  'INVALID_HEADERS',
  'MISSING_FIELDS',
  'UNKNOWN_FIELDS',
  'INVALID_CONFIGURATION',
  'INCOMPATIBLE_API_VERSION',
  'NO_LONGER_AVAILABLE',
  'NOT_FOUND',
];

countCallsBy({ enter, failed });

async function enter(call: Call): Promise<void> {
  const counters = countersOf(call);
  if (counters.length === 0) return;
  const hold = await takeCall(call.method, counters);
  if (!hold) return;
  throw new PlaidFailure({ type: 'HELD', code: hold.because, retryAfterSeconds: hold.seconds });
}

async function failed(call: Call, { type, code, requestId }: PlaidFailure): Promise<void> {
  if (type === 'RATE_LIMIT_EXCEEDED') {
    const [narrowest] = countersOf(call);
    if (narrowest) await spendMinute(narrowest);
    return;
  }
  const endpoint = ALL_ENDPOINTS.includes(code) ? '*' : THIS_ENDPOINT.includes(code) ? call.method : null;
  if (!endpoint) return;
  log.error({ code, requestId, endpoint }, 'Plaid refuses how this server asks; calls rest for some minutes');
  await openCircuit(endpoint, { code, requestId, seconds: CIRCUIT_SECONDS });
}

/** The narrowest first: the Item's, then the client's. */
function countersOf({ method, item }: Call): Counter[] {
  const limit = limitOf(method, env().PLAID_ENV);
  if (!limit) return [];
  const ofClient = { key: method, most: limit.client };
  return item === null || limit.item === null
    ? [ofClient]
    : [{ key: `${method} ${item}`, most: limit.item }, ofClient];
}
