/** The small model of Plaid's side: Items, tokens, and the answers to the calls that the engine makes. */
import type { Answer, Call } from './gated-plaid';
import { type Event, type Refusal, UpstreamItem } from './upstream-item';
import {
  accountOf,
  debtsOf,
  holdingOf,
  institution,
  itemOf,
  movementsOf,
  rowOf,
  SECURITY,
} from './upstream-words';

/** What Plaid's Sandbox allows per Item and minute (section 25), for the calls that are counted here. */
const LIMITS: Readonly<Record<string, number>> = {
  '/transactions/sync': 50,
  '/accounts/get': 100,
  '/liabilities/get': 10,
  '/investments/holdings/get': 100,
  '/item/get': 40,
};

export class Upstream {
  readonly items: UpstreamItem[] = [];
  /** Calls over Plaid's limits, as sentences. */
  readonly overruns: string[] = [];
  /** Told before a public token is exchanged. */
  onExchange: (item: UpstreamItem) => Promise<void> = async () => undefined;
  private requests = 0;
  private readonly now: () => number;
  private readonly calls = new Map<string, number>();

  constructor(now: () => number) {
    this.now = now;
  }

  async answer(call: Call): Promise<Answer> {
    const answered = await this.take(call);
    this.requests += 1;
    if ('code' in answered) return refuse(answered, this.requests);
    return { status: 200, body: JSON.stringify({ ...answered, request_id: `request-${this.requests}` }) };
  }

  private async take({ path, body }: Call): Promise<object | Refusal> {
    if (path === '/institutions/get_by_id')
      return { institution: institution(String(body['institution_id'])) };
    if (path === '/item/public_token/exchange') return this.exchange(String(body['public_token']));
    const item = this.items.find((of) => of.isExchanged && of.accessToken === body['access_token']);
    if (!item) return { type: 'INVALID_INPUT', code: 'INVALID_ACCESS_TOKEN' };
    this.count(item, path);
    if (item.isRemoved) return { type: 'ITEM_ERROR', code: 'ITEM_NOT_FOUND' };
    if (path === '/item/get') return { item: itemOf(item), status: this.statusOf(item) };
    if (path === '/item/remove') {
      item.isRemoved = true;
      return {};
    }
    const { trouble } = item;
    if (trouble && path.includes(`/${trouble.product}/`)) return item.error ?? trouble.refusal;
    return item.error ?? this.read(item, path, body);
  }

  private read(item: UpstreamItem, path: string, body: Record<string, unknown>): object | Refusal {
    const accounts = item.accounts.filter(({ isServed }) => isServed).map(accountOf);
    switch (path) {
      case '/accounts/get':
        return { accounts, item: itemOf(item) };
      case '/transactions/sync':
        return pageOf(item, accounts, body['cursor']);
      case '/transactions/recurring/get':
        return { inflow_streams: [], outflow_streams: [], updated_datetime: null };
      case '/liabilities/get':
        return {
          accounts,
          item: itemOf(item),
          liabilities: { credit: debtsOf(item), mortgage: null, student: null },
        };
      case '/investments/holdings/get':
        return {
          accounts,
          item: itemOf(item),
          holdings: item.holdings.filter(({ account }) => item.serves(account)).map(holdingOf),
          securities: [SECURITY],
        };
      case '/investments/transactions/get':
        return movementsOf(item, accounts, body['options']);
      default:
        return { type: 'INVALID_REQUEST', code: 'PRODUCTS_NOT_SUPPORTED' };
    }
  }

  private async exchange(publicToken: string): Promise<object | Refusal> {
    const item = this.items.find((of) => of.publicToken === publicToken);
    if (!item || item.isExchanged) return { type: 'INVALID_INPUT', code: 'INVALID_PUBLIC_TOKEN' };
    await this.onExchange(item);
    item.isExchanged = true;
    return { access_token: item.accessToken, item_id: item.id };
  }

  private statusOf({ readiness }: UpstreamItem): object {
    const at = new Date(this.now()).toISOString();
    return readiness === 'none' ? {} : { transactions: { last_successful_update: at } };
  }

  private count(item: UpstreamItem, path: string): void {
    const limit = LIMITS[path];
    if (limit === undefined) return;
    const minute = Math.floor(this.now() / 60_000);
    const key = `${item.id} ${path} ${minute}`;
    const count = (this.calls.get(key) ?? 0) + 1;
    this.calls.set(key, count);
    if (count > limit) this.overruns.push(`${path} ${count} times in a minute for ${item.id}`);
  }
}

function refuse({ type, code }: Refusal, request: number): Answer {
  return { status: 400, body: errorBody(type, code, `request-${request}`) };
}

export function errorBody(type: string, code: string, requestId: string): string {
  return JSON.stringify({
    error_type: type,
    error_code: code,
    error_message: 'as decided',
    display_message: null,
    request_id: requestId,
  });
}

function pageOf(item: UpstreamItem, accounts: object[], cursor: unknown): object | Refusal {
  const page = item.sync(typeof cursor === 'string' ? cursor : undefined);
  if ('code' in page) return page;
  const status = {
    none: 'NOT_READY',
    initial: 'INITIAL_UPDATE_COMPLETE',
    complete: 'HISTORICAL_UPDATE_COMPLETE',
  };
  return {
    added: pickRows(page.events, 'add'),
    modified: pickRows(page.events, 'modify'),
    removed: page.events.flatMap((event) => ('remove' in event ? [{ transaction_id: event.remove }] : [])),
    accounts,
    next_cursor: page.next,
    has_more: page.hasMore,
    transactions_update_status: status[item.readiness],
  };
}

function pickRows(events: Event[], kind: 'add' | 'modify'): object[] {
  return events.flatMap((event) => {
    if (kind === 'add') return 'add' in event ? [rowOf(event.add)] : [];
    return 'modify' in event ? [rowOf(event.modify)] : [];
  });
}
