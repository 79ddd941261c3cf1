import { Products, type Transaction } from 'plaid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '@/emulator';
import { anEmulator, plaidClientFor, steer } from '../support/emulator-client';
import { type LinkedItem, linkedItem } from '../support/linked-item';
import { refusal } from '../support/plaid-refusal';
import { readAll } from '../support/read-all';

const NOON = Date.parse('2026-03-14T12:00:00Z');
const YEAR = { days: 365 };

/** A frozen world with one linked Item, and the shared way to steer it. */
async function linked(given: Parameters<typeof linkedItem>[1] = YEAR, delays = {}) {
  const emulator = anEmulator({
    realTime: () => NOON,
    delays: { initial: 0, historical: 0, webhookRetries: [], ...delays },
  });
  const plaid = plaidClientFor(emulator);
  const item = await linkedItem(plaid, given);
  return { emulator, plaid, ...item, access_token: item.accessToken };
}

describe('readiness', () => {
  it('answers empty with an empty cursor before anything is there', async () => {
    const { plaid, access_token } = await linked(YEAR, { initial: 1000, historical: 5000 });
    const { data } = await plaid.transactionsSync({ access_token });
    expect(data).toMatchObject({
      added: [],
      modified: [],
      removed: [],
      has_more: false,
      next_cursor: '',
      transactions_update_status: 'NOT_READY',
    });
  });

  it('brings the last thirty days first and the rest through the same cursor', async () => {
    const { emulator, plaid, access_token } = await linked(YEAR, { initial: 1000, historical: 5000 });
    await steer(emulator, '/clock/advance', { ms: 1000 });
    const recent = await readAll(plaid, access_token);
    expect(recent.pages.at(-1)?.transactions_update_status).toBe('INITIAL_UPDATE_COMPLETE');
    const dates = [...recent.rows.values()].map(({ date }) => date).sort();
    expect(dates[0]?.localeCompare('2026-02-12')).toBeGreaterThanOrEqual(0);
    await steer(emulator, '/clock/advance', { ms: 4000 });
    const all = await readAll(plaid, access_token, { cursor: recent.cursor, rows: recent.rows });
    expect(all.pages.at(-1)?.transactions_update_status).toBe('HISTORICAL_UPDATE_COMPLETE');
    expect(all.pages.flatMap(({ modified }) => modified)).toEqual([]);
    expect(all.rows.size).toBeGreaterThan(recent.rows.size * 3);
    const fresh = await readAll(plaid, access_token);
    expect(fresh.rows).toEqual(all.rows);
  });

  it('goes back ninety days unless more was asked, and never further than asked', async () => {
    const oldest = async (given: object) => {
      const { plaid, access_token } = await linked(given);
      const { rows } = await readAll(plaid, access_token);
      return [...rows.values()].map(({ date }) => date).sort()[0] ?? '';
    };
    expect((await oldest({})) >= '2025-12-14').toBe(true);
    expect((await oldest({ days: 200 })) >= '2025-08-26').toBe(true);
    expect((await oldest({ days: 200 })) < '2025-09-20').toBe(true);
  });
});

describe('paging', () => {
  let emulator: Emulator;
  let item: LinkedItem;

  beforeAll(async () => {
    const made = await linked();
    emulator = made.emulator;
    item = made;
  });

  it.each([7, 100, 499])('by %i gives the same rows', async (count) => {
    const plaid = plaidClientFor(emulator);
    const whole = await readAll(plaid, item.accessToken, { count: 500 });
    const paged = await readAll(plaid, item.accessToken, { count });
    expect(paged.rows).toEqual(whole.rows);
    for (const page of paged.pages) {
      expect(page.added.length + page.modified.length + page.removed.length).toBeLessThanOrEqual(count);
    }
  });

  it('answers the same cursor alike, and ends in a cursor that has nothing more', async () => {
    const plaid = plaidClientFor(emulator);
    const access_token = item.accessToken;
    const first = await plaid.transactionsSync({ access_token, count: 10 });
    const cursor = first.data.next_cursor;
    const [second, again] = await Promise.all([
      plaid.transactionsSync({ access_token, count: 10, cursor }),
      plaid.transactionsSync({ access_token, count: 10, cursor }),
    ]);
    expect({ ...again.data, request_id: '' }).toEqual({ ...second.data, request_id: '' });
    const whole = await readAll(plaid, access_token);
    expect(whole.cursor.length).toBeLessThanOrEqual(256);
    const end = await plaid.transactionsSync({ access_token, cursor: whole.cursor });
    expect(end.data).toMatchObject({ added: [], modified: [], removed: [], has_more: false });
    expect(end.data.next_cursor).toBe(whole.cursor);
  });

  it('refuses a cursor that is broken or belongs to another Item', async () => {
    const plaid = plaidClientFor(emulator);
    const { cursor } = await readAll(plaid, item.accessToken);
    const other = await linkedItem(plaid);
    const call = (access_token: string, given: string) =>
      refusal(plaid.transactionsSync({ access_token, cursor: given }));
    expect((await call(other.accessToken, cursor)).code).toBe('INVALID_FIELD');
    expect((await call(item.accessToken, 'nonsense')).code).toBe('INVALID_FIELD');
    expect((await call(item.accessToken, `${cursor.slice(0, -4)}AAAA`)).code).toBe('INVALID_FIELD');
  });

  it('keeps the stream of one account apart', async () => {
    const plaid = plaidClientFor(emulator);
    const access_token = item.accessToken;
    const whole = await readAll(plaid, access_token);
    const accountId = [...whole.rows.values()][0]?.account_id ?? '';
    const one = await readAll(plaid, access_token, { accountId, count: 50 });
    const expected = [...whole.rows.values()].filter(({ account_id }) => account_id === accountId);
    expect(one.rows.size).toBe(expected.length);
    const mixed = plaid.transactionsSync({ access_token, cursor: one.cursor });
    expect((await refusal(mixed)).code).toBe('INVALID_FIELD');
  });

  it('gives the bank’s own description only on request', async () => {
    const plaid = plaidClientFor(emulator);
    const request = { access_token: item.accessToken, count: 5 };
    const plain = await plaid.transactionsSync(request);
    const full = await plaid.transactionsSync({
      ...request,
      options: { include_original_description: true },
    });
    expect(plain.data.added.every((row) => row.original_description === null)).toBe(true);
    expect(full.data.added.every((row) => row.original_description)).toBeTruthy();
  });
});

describe('changes', () => {
  it('under a reader make it start again from where it began', async () => {
    const { emulator, plaid, access_token, itemId: item_id } = await linked();
    const first = await plaid.transactionsSync({ access_token, count: 10 });
    const [account] = (await plaid.accountsGet({ access_token })).data.accounts;
    const added = { item_id, account_id: account?.account_id, amount: 5, name: 'Coffee' };
    await steer(emulator, '/transactions/add', added);
    const moved = plaid.transactionsSync({ access_token, count: 10, cursor: first.data.next_cursor });
    expect(await refusal(moved)).toMatchObject({
      status: 400,
      type: 'TRANSACTIONS_ERROR',
      code: 'TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION',
    });
    const { rows } = await readAll(plaid, access_token);
    expect([...rows.values()].filter(({ name }) => name === 'Coffee')).toHaveLength(1);
  });

  it('reach a reader as added, modified and removed, and what came and went in between not at all', async () => {
    const { emulator, plaid, access_token, itemId: item_id } = await linked();
    const before = await readAll(plaid, access_token);
    const [victim, changed] = [...before.rows.values()].filter(({ pending }) => !pending);
    const account_id = victim?.account_id;
    await steer(emulator, '/transactions/remove', { item_id, transaction_id: victim?.transaction_id });
    await steer(emulator, '/transactions/modify', {
      item_id,
      transaction_id: changed?.transaction_id,
      amount: 123.45,
    });
    await steer(emulator, '/transactions/add', { item_id, account_id, amount: 9, name: 'Stays' });
    const brief: unknown = await steer(emulator, '/transactions/add', {
      item_id,
      account_id,
      amount: 1,
      name: 'Brief',
    });
    await steer(emulator, '/transactions/remove', { item_id, transaction_id: onlyId(brief) });
    const { data } = await plaid.transactionsSync({ access_token, cursor: before.cursor });
    expect(data.added.map(({ name }) => name)).toEqual(['Stays']);
    expect(data.modified.map(({ transaction_id, amount }) => [transaction_id, amount])).toEqual([
      [changed?.transaction_id, 123.45],
    ]);
    expect(data.removed).toEqual([{ transaction_id: victim?.transaction_id, account_id }]);
  });

  it('turn a pending row into a posted one with another id, over two pages', async () => {
    const { emulator, plaid, access_token, itemId: item_id } = await linked();
    const [account] = (await plaid.accountsGet({ access_token })).data.accounts;
    const account_id = account?.account_id;
    const hold = { item_id, account_id, amount: 40, name: 'Fuel', pending: true };
    const pendingId = onlyId(await steer(emulator, '/transactions/add', hold));
    const before = await readAll(plaid, access_token);
    expect(before.rows.get(pendingId)?.pending).toBe(true);
    await steer(emulator, '/transactions/post', { item_id, transaction_id: pendingId, amount: 43.21 });
    const after = await readAll(plaid, access_token, { cursor: before.cursor, rows: before.rows, count: 1 });
    expect(after.pages).toHaveLength(2);
    expect(after.rows.has(pendingId)).toBe(false);
    const posted = [...after.rows.values()].find((row) => row.pending_transaction_id === pendingId);
    expect(posted).toMatchObject({ pending: false, amount: 43.21, name: 'Fuel' });
  });

  it('move the balance by what was booked', async () => {
    const { emulator, plaid, access_token, itemId: item_id } = await linked();
    const balanceOf = async () =>
      (await plaid.accountsGet({ access_token })).data.accounts.find(({ subtype }) => subtype === 'checking');
    const before = await balanceOf();
    await steer(emulator, '/transactions/add', {
      item_id,
      account_id: before?.account_id,
      amount: 10,
      name: 'Tea',
    });
    expect((await balanceOf())?.balances.current).toBe((before?.balances.current ?? 0) - 10);
  });

  it('of the coming weeks arrive day by day as they do at once', async () => {
    const steps = await linked();
    let seen = await readAll(steps.plaid, steps.access_token);
    for (let day = 0; day < 21; day += 1) {
      await steer(steps.emulator, '/clock/advance', { days: 1 });
      seen = await readAll(steps.plaid, steps.access_token, { cursor: seen.cursor, rows: seen.rows });
    }
    const jump = await linked();
    await steer(jump.emulator, '/clock/advance', { days: 21 });
    const whole = await readAll(jump.plaid, jump.access_token);
    expect(sorted(seen.rows)).toEqual(sorted(whole.rows));
    expect([...whole.rows.values()].some(({ date }) => date > '2026-03-20')).toBe(true);
  });
});

describe('the Item', () => {
  it('without transactions among its products starts with the first sync', async () => {
    const { plaid, access_token } = await linked({ products: [Products.Identity], days: 100 });
    expect((await plaid.transactionsSync({ access_token })).data.added.length).toBeGreaterThan(0);
    expect((await plaid.itemGet({ access_token })).data.item.billed_products).toContain('transactions');
  });
});

function sorted(rows: ReadonlyMap<string, Transaction>): Transaction[] {
  return [...rows.values()].sort((a, b) => (a.transaction_id < b.transaction_id ? -1 : 1));
}

function onlyId(answer: unknown): string {
  const ids: unknown = typeof answer === 'object' && answer ? Reflect.get(answer, 'transaction_ids') : [];
  return Array.isArray(ids) ? String(ids.at(-1)) : '';
}
