/** A bank that says exactly what a test tells it to: for answers that no bank of the emulator gives. */
import { randomUUID } from 'node:crypto';
import type { ItemId, UserId } from '@/lib/core/id';
import { answerThrough, basePath } from '@/lib/plaid/client';
import { linkItem } from '@/lib/sync/link-item';
import { requestSync } from '@/lib/sync/request-sync';
import { type RunEnd, syncItem } from '@/lib/sync/sync-item';
import { aUser } from './factories';

type Body = { cursor?: string; options?: { offset?: number } };
type Answer = object | ((body: Body) => object);

/** What is answered by path; what is not named is empty. */
export type Script = Record<string, Answer>;

export const DOLLARS = { iso_currency_code: 'USD', unofficial_currency_code: null };

export function anAccount(id: string, given: object = {}): object {
  return {
    account_id: id,
    name: id,
    official_name: null,
    mask: '0001',
    type: 'depository',
    subtype: 'checking',
    balances: { available: 10, current: 10, limit: null, ...DOLLARS },
    ...given,
  };
}

export function aRow(id: string, given: object = {}): object {
  return {
    transaction_id: id,
    account_id: 'checking',
    amount: 10,
    ...DOLLARS,
    date: '2026-03-14',
    authorized_date: null,
    name: id,
    pending: false,
    pending_transaction_id: null,
    payment_channel: 'online',
    location: {},
    payment_meta: {},
    ...given,
  };
}

/** One page of an update, the last one unless `next_cursor` and `has_more` say otherwise. */
export function aPage(given: object = {}): object {
  return {
    added: [],
    modified: [],
    removed: [],
    accounts: [],
    next_cursor: 'end',
    has_more: false,
    transactions_update_status: 'HISTORICAL_UPDATE_COMPLETE',
    ...given,
  };
}

/** An error as Plaid answers it. */
export class Refusal {
  readonly status: number;
  readonly body: object;

  constructor(error_type: string, error_code: string, status = 400) {
    this.status = status;
    this.body = { error_type, error_code, error_message: '', display_message: null, request_id: 'r' };
  }
}

export type Linked = { userId: UserId; itemId: ItemId; sync(): Promise<RunEnd>; calls: string[] };

/** Links the bank for a new person and brings everything in. Later changes of `script` hold for later syncs. */
export async function linkScripted(script: Script): Promise<Linked> {
  const calls: string[] = [];
  const item = {
    item_id: randomUUID(),
    institution_id: null,
    webhook: null,
    error: null,
    available_products: [],
    billed_products: ['transactions', 'liabilities', 'investments'],
    consent_expiration_time: null,
    update_type: 'background',
  };
  const usual: Script = {
    '/item/public_token/exchange': { access_token: `access-sandbox-${randomUUID()}`, item_id: item.item_id },
    '/accounts/get': { accounts: [anAccount('checking')], item },
    '/item/get': { item, status: null },
    '/transactions/sync': aPage(),
    '/transactions/recurring/get': { inflow_streams: [], outflow_streams: [], updated_datetime: '' },
    '/liabilities/get': { accounts: [], liabilities: { credit: null, mortgage: null, student: null } },
    '/investments/holdings/get': { accounts: [], holdings: [], securities: [] },
    '/investments/transactions/get': {
      accounts: [],
      securities: [],
      investment_transactions: [],
      total_investment_transactions: 0,
    },
  };
  answerThrough(async (call: { url?: string; data?: string }) => {
    const path = (call.url ?? '').slice(basePath().length);
    calls.push(path);
    const answer = script[path] ?? usual[path] ?? {};
    const said = typeof answer === 'function' ? answer(JSON.parse(call.data ?? '{}')) : answer;
    if (said instanceof Refusal) {
      const response = { status: said.status, data: said.body, headers: {}, config: call };
      throw Object.assign(new Error(`Refused with ${said.status}`), {
        isAxiosError: true,
        config: call,
        response,
      });
    }
    return { status: 200, data: { request_id: 'r', ...(path === '/accounts/get' ? { item } : {}), ...said } };
  });
  const userId = await aUser();
  const itemId = await linkItem(userId, { publicToken: `public-sandbox-${randomUUID()}` });
  // Not the queue: other people's banks, of the tests before, would be answered by this script.
  const run = () => syncItem(userId, itemId, { until: Date.now() + 60_000 });
  const sync = async () => {
    await requestSync(userId, itemId);
    return run();
  };
  await run();
  return { userId, itemId, sync, calls };
}
