/** What holds of `/transactions/sync` whatever happens, in whatever order, however it is read (TXN-3 … TXN-18). */
import fc from 'fast-check';
import type { PlaidApi, Transaction } from 'plaid';
import { describe, expect, it } from 'vitest';
import type { Emulator } from '@/emulator';
import { anEmulator, plaidClientFor, steer } from '../support/emulator-client';
import { type LinkedItem, linkedItem } from '../support/linked-item';
import { refusal } from '../support/plaid-refusal';
import { readAll } from '../support/read-all';

const NOON = Date.parse('2026-03-14T12:00:00Z');

type Rows = ReadonlyMap<string, Transaction>;
type Reader = { readonly cursor: string; readonly rows: Rows };

type Step =
  | { readonly kind: 'add' | 'hold' | 'modify' | 'post' | 'remove'; readonly pick: number }
  | { readonly kind: 'advance'; readonly hours: number }
  | { readonly kind: 'read' | 'interrupted'; readonly count: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('add', 'hold', 'modify', 'post', 'remove'), pick: fc.nat(999) }),
    fc.record({ kind: fc.constant('advance'), hours: fc.integer({ min: 1, max: 72 }) }),
    fc.record({ kind: fc.constantFrom('read', 'interrupted'), count: fc.integer({ min: 1, max: 60 }) }),
  ),
  { minLength: 4, maxLength: 14 },
);

type Given = { readonly emulator: Emulator; readonly plaid: PlaidApi; readonly item: LinkedItem };

async function given(username: string): Promise<Given> {
  const emulator = anEmulator({ realTime: () => NOON });
  const plaid = plaidClientFor(emulator);
  return { emulator, plaid, item: await linkedItem(plaid, { username, password: 'pass_good' }) };
}

describe('a reader', () => {
  it.each([
    ['user_volume_60', 20],
    ['user_good', 6],
  ])(
    'of %s holds in the end what a fresh one reads, and was told each change once',
    async (username, numRuns) => {
      const property = fc.asyncProperty(steps, fc.integer({ min: 1, max: 500 }), async (script, count) => {
        const world = await given(username);
        let reader: Reader = { cursor: '', rows: new Map() };
        for (const step of script) reader = await take(world, reader, step);
        reader = await read(world, reader, count);
        const fresh = await readAll(world.plaid, world.item.accessToken);
        expect(new Map(reader.rows)).toEqual(new Map(fresh.rows));
      });
      await fc.assert(property, { numRuns, seed: 20260314 });
    },
  );

  it('of any one account reads exactly the rows of that account, by any page size', async () => {
    const { plaid, item } = await given('user_good');
    const whole = await readAll(plaid, item.accessToken);
    const accountIds = [...new Set([...whole.rows.values()].map(({ account_id }) => account_id))];
    expect(accountIds.length).toBeGreaterThan(2);
    const property = fc.asyncProperty(
      fc.constantFrom(...accountIds),
      fc.integer({ min: 1, max: 500 }),
      async (accountId, count) => {
        const { rows, pages } = await readAll(plaid, item.accessToken, { accountId, count });
        const own = [...whole.rows].filter(([, { account_id }]) => account_id === accountId);
        expect(new Map(rows)).toEqual(new Map(own));
        expect(
          pages.every(({ accounts }) => accounts.every(({ account_id }) => account_id === accountId)),
        ).toBe(true);
      },
    );
    await fc.assert(property, { numRuns: 15, seed: 1 });
  });

  it('of a frozen clock is told the same, however often it asks', async () => {
    const { emulator, plaid, item } = await given('user_good');
    await steer(emulator, '/clock/freeze');
    const ask = async () => {
      const { data } = await plaid.transactionsSync({ access_token: item.accessToken, count: 50 });
      return { ...data, request_id: '' };
    };
    const first = await ask();
    for (let again = 0; again < 3; again += 1) expect(await ask()).toEqual(first);
  });

  it('is refused any cursor that was not given to it', async () => {
    const { plaid, item } = await given('user_volume_60');
    const access_token = item.accessToken;
    const { data } = await plaid.transactionsSync({ access_token, count: 10 });
    const spoilt = fc
      .tuple(fc.nat(data.next_cursor.length - 1), fc.constantFrom('A', 'z', '9', '/', '='))
      .map(([at, letter]) => `${data.next_cursor.slice(0, at)}${letter}${data.next_cursor.slice(at + 1)}`);
    const foreign = fc.oneof(
      spoilt,
      fc.constantFrom('A', '=', ' ', '!').map((more) => `${data.next_cursor}${more}`),
      fc.base64String({ minLength: 4, maxLength: 80 }),
      fc.string({ minLength: 1, maxLength: 60 }),
    );
    const property = fc.asyncProperty(foreign, async (cursor) => {
      fc.pre(cursor !== 'now' && cursor !== data.next_cursor);
      expect(await refusal(plaid.transactionsSync({ access_token, cursor }))).toMatchObject({
        status: 400,
        type: 'INVALID_REQUEST',
        code: 'INVALID_FIELD',
        message: 'cursor not associated with access_token',
      });
    });
    await fc.assert(property, { numRuns: 60, seed: 7 });
  });
});

async function take(world: Given, reader: Reader, step: Step): Promise<Reader> {
  if ('pick' in step) await change(world, reader, step.kind, step.pick);
  if ('hours' in step) await steer(world.emulator, '/clock/advance', { ms: step.hours * 3_600_000 });
  if (!('count' in step)) return reader;
  const { kind, count } = step;
  return kind === 'read' ? read(world, reader, count) : interrupted(world, reader, count);
}

/** Reads to the end, holding each page against what was there before. */
async function read({ plaid, item }: Given, { cursor, rows }: Reader, count: number): Promise<Reader> {
  const update = await readAll(plaid, item.accessToken, { cursor, rows, count });
  const told = new Set<string>();
  for (const { added, modified, removed } of update.pages) {
    expect(added.length + modified.length + removed.length).toBeLessThanOrEqual(count);
    expect(added.filter(({ transaction_id }) => rows.has(transaction_id))).toEqual([]);
    expect([...modified, ...removed].filter(({ transaction_id }) => !rows.has(transaction_id))).toEqual([]);
    for (const { transaction_id } of [...added, ...modified, ...removed]) {
      expect(told.has(transaction_id)).toBe(false);
      told.add(transaction_id);
    }
  }
  return { cursor: update.cursor, rows: update.rows };
}

/** Something changes between two pages: the second is refused, and nothing is kept of the first (TXN-12). */
async function interrupted(world: Given, reader: Reader, count: number): Promise<Reader> {
  const { plaid, item } = world;
  const request = { access_token: item.accessToken, count };
  const { data } = await plaid.transactionsSync({ ...request, cursor: reader.cursor });
  if (!data.has_more) return reader;
  await change(world, reader, 'add', 0);
  const second = await refusal(plaid.transactionsSync({ ...request, cursor: data.next_cursor }));
  expect(second).toMatchObject({ status: 400, code: 'TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION' });
  return reader;
}

/** Does to one of the rows that the reader knows, or beside them, what banks do. */
async function change(
  { emulator, plaid, item }: Given,
  { rows }: Reader,
  kind: string,
  pick: number,
): Promise<void> {
  const item_id = item.itemId;
  if (kind === 'add' || kind === 'hold') {
    const { accounts } = (await plaid.accountsGet({ access_token: item.accessToken })).data;
    const account_id = accounts.find(({ type }) => type === 'depository')?.account_id;
    const row = {
      item_id,
      account_id,
      amount: 1 + pick / 100,
      name: `Shop ${pick}`,
      pending: kind === 'hold',
    };
    await steer(emulator, '/transactions/add', row);
    return;
  }
  const { rows: standing } = await readAll(plaid, item.accessToken);
  const known = [...standing.values()].filter(({ pending }) => pending === (kind === 'post'));
  const row = known[pick % Math.max(1, known.length)];
  if (!row || rows.size === 0) return;
  const { transaction_id } = row;
  const amount = kind === 'remove' ? {} : { amount: 2 + pick / 100 };
  await steer(emulator, `/transactions/${kind}`, { item_id, transaction_id, ...amount });
}
