import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { addDays } from '@/lib/core/day';
import { answerThrough } from '@/lib/plaid/client';
import { linkItem } from '@/lib/sync/link-item';
import { syncItem } from '@/lib/sync/sync-item';
import { bankToday } from '../support/bank-day';
import { drift } from '../support/engine';
import { aUser } from '../support/factories';

const PAGES = 40;
const PAGE = 500;
const MEGABYTE = 1024 * 1024;
const today = bankToday();

const codes = { iso_currency_code: 'USD', unofficial_currency_code: null };
const account = {
  account_id: 'checking',
  name: 'Checking',
  official_name: null,
  mask: '0001',
  type: 'depository',
  subtype: 'checking',
  balances: { available: 10, current: 10, limit: null, ...codes },
};
const item = {
  item_id: 'item',
  institution_id: null,
  webhook: null,
  error: null,
  available_products: [],
  billed_products: ['transactions'],
  consent_expiration_time: null,
  update_type: 'background',
};

/** An upstream of its own, apart from the emulator: it makes each page when asked, so that it needs no memory. */
function answerOf(path: string, body: { cursor?: string }): object {
  switch (path) {
    case '/item/public_token/exchange':
      return { access_token: 'access-sandbox-large', item_id: 'item' };
    case '/accounts/get':
      return { accounts: [account], item };
    case '/item/get':
      return { item, status: null };
    case '/transactions/sync':
      return pageAfter(Number(body.cursor ?? 0));
    default:
      return { inflow_streams: [], outflow_streams: [], updated_datetime: '' };
  }
}

function pageAfter(page: number): object {
  const added = Array.from({ length: PAGE }, (_, index) => rowAt(page * PAGE + index));
  return {
    added,
    modified: [],
    removed: [],
    accounts: [account],
    next_cursor: String(page + 1),
    has_more: page + 1 < PAGES,
    transactions_update_status: 'HISTORICAL_UPDATE_COMPLETE',
  };
}

function rowAt(index: number): object {
  const date = addDays(today, -Math.floor(index / 30));
  return {
    transaction_id: `row-${index}`,
    account_id: 'checking',
    amount: (index % 997) / 100,
    ...codes,
    date,
    authorized_date: date,
    name: `Merchant ${index % 50}`,
    original_description: 'x'.repeat(500),
    pending: false,
    pending_transaction_id: null,
    payment_channel: 'online',
    location: {},
    payment_meta: {},
  };
}

test('memory does not grow with the size of an Item', { timeout: 120_000 }, async () => {
  const peaks: number[] = [];
  answerThrough(async (call: { url?: string; data?: string }) => {
    peaks.push(process.memoryUsage().heapUsed);
    const path = (call.url ?? '').replace(/^.*\/api\/emulator/, '');
    return { status: 200, data: { request_id: 'r', ...answerOf(path, JSON.parse(call.data ?? '{}')) } };
  });
  const userId = await aUser();
  const itemId = await linkItem(userId, { publicToken: 'public-sandbox-large' });
  const before = process.memoryUsage().heapUsed;
  expect(await syncItem(userId, itemId, { until: Date.now() + 110_000 })).toBe('done');
  const rows = await asSystem((tx) =>
    tx.execute(sql`select count(*)::int as count, sum(amount)::int as sum from transactions`),
  );
  const whole = Array.from({ length: PAGES * PAGE }, (_, index) => index % 997).reduce(
    (sum, cents) => sum + cents,
    0,
  );
  expect(rows[0]).toEqual({ count: PAGES * PAGE, sum: -whole });
  // One page as text is about half a megabyte; forty of them held at once would show.
  expect((Math.max(...peaks, process.memoryUsage().heapUsed) - before) / MEGABYTE).toBeLessThan(120);
  expect(await drift()).toEqual([]);
});
