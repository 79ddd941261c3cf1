/** Calls a minute of the Sandbox (section 25), counted in this process while the switch is on (RAT-3). */
import type { World } from '../world';
import { plaidError } from './errors';

/** Codes where the page names one: of one limit, or of the Item's and the client's. */
type Limit = {
  readonly item: number | null;
  readonly client: number;
  readonly code?: string;
  readonly clientCode?: string;
};

const CHECK = { item: null, client: 100 };

/** As the Sandbox has them; paths that are not here have none. */
export const LIMITS: Readonly<Record<string, Limit>> = {
  '/accounts/balance/get': {
    item: 25,
    client: 100,
    code: 'BALANCE_LIMIT',
    clientCode: 'ACCOUNTS_BALANCE_GET_LIMIT',
  },
  '/accounts/get': { item: 100, client: 5000, code: 'ACCOUNTS_LIMIT' },
  '/asset_report/create': { item: null, client: 30 },
  '/asset_report/get': { item: 1000, client: 1000 },
  '/asset_report/refresh': { item: null, client: 100 },
  '/auth/get': { item: 100, client: 500, code: 'AUTH_LIMIT' },
  '/cra/check_report/base_report/get': CHECK,
  '/cra/check_report/cashflow_insights/get': CHECK,
  '/cra/check_report/create': CHECK,
  '/cra/check_report/income_insights/get': CHECK,
  '/cra/check_report/lend_score/get': CHECK,
  '/cra/check_report/network_insights/get': CHECK,
  '/cra/check_report/partner_insights/get': CHECK,
  '/cra/check_report/pdf/get': CHECK,
  '/identity/get': { item: 100, client: 1000, code: 'IDENTITY_LIMIT' },
  '/institutions/get': { item: null, client: 10, code: 'INSTITUTIONS_GET_LIMIT' },
  '/institutions/get_by_id': { item: null, client: 400, code: 'INSTITUTIONS_GET_BY_ID_LIMIT' },
  '/investments/holdings/get': { item: 100, client: 1000, code: 'INVESTMENT_HOLDINGS_GET_LIMIT' },
  '/investments/refresh': { item: 1, client: 100 },
  '/investments/transactions/get': { item: 100, client: 1000, code: 'INVESTMENT_TRANSACTIONS_LIMIT' },
  '/item/get': { item: 40, client: 5000, code: 'ITEM_GET_LIMIT' },
  '/item/remove': { item: 100, client: 500 },
  '/liabilities/get': { item: 10, client: 1000 },
  '/sandbox/transactions/create': { item: 2, client: 50 },
  '/statements/download': { item: null, client: 50 },
  '/statements/list': { item: null, client: 100 },
  '/transactions/enrich': { item: null, client: 100 },
  '/transactions/get': { item: 80, client: 1000, code: 'TRANSACTIONS_LIMIT' },
  '/transactions/recurring/get': { item: 20, client: 1000 },
  '/transactions/refresh': { item: 2, client: 100, code: 'TRANSACTIONS_LIMIT' },
  '/transactions/sync': { item: 50, client: 1000, code: 'TRANSACTIONS_SYNC_LIMIT' },
};

const MINUTE_MS = 60_000;

type Minute = { readonly number: number; readonly calls: Map<string, number> };

/** The minute that is being counted, per emulator. */
const minutes = new WeakMap<object, Minute>();

/** Throws RATE_LIMIT_EXCEEDED when this call is one too many for its Item or its client. */
export function countCall(world: World, path: string, accessToken: unknown): void {
  const limit = LIMITS[path];
  if (!world.settings.rateLimits || !limit) return;
  const { calls } = minuteOf(world);
  const code = limit.code ?? 'RATE_LIMIT';
  if (counted(calls, path) > limit.client) throw plaidError(limit.clientCode ?? code);
  if (limit.item !== null && counted(calls, `${path} ${String(accessToken)}`) > limit.item) {
    throw plaidError(code);
  }
}

function counted(calls: Map<string, number>, key: string): number {
  const count = (calls.get(key) ?? 0) + 1;
  calls.set(key, count);
  return count;
}

function minuteOf(world: World): Minute {
  const number = Math.floor(world.now / MINUTE_MS);
  const current = minutes.get(world.config);
  if (current?.number === number) return current;
  const next = { number, calls: new Map<string, number>() };
  minutes.set(world.config, next);
  return next;
}
