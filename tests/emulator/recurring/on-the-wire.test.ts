/** `/transactions/recurring/get` against the rows that the same client read (section 14). */
import type { PlaidApi, Transaction, TransactionStream } from 'plaid';
import { beforeAll, describe, expect, it } from 'vitest';
import { anEmulator, plaidClientFor } from '../../support/emulator-client';
import { linkedItem } from '../../support/linked-item';
import { refusal } from '../../support/plaid-refusal';
import { readAll } from '../../support/read-all';

const NOON = Date.parse('2026-03-14T12:00:00Z');
const PEOPLE = ['user_good', 'demo_household', 'user_freelancer', 'user_retiree', 'user_trouble'];
const SEEDS = ['ann', 'bob', 'carol'].map((seed) => ({
  username: 'user_custom',
  password: JSON.stringify({ seed }),
}));

type Seen = {
  readonly streams: readonly TransactionStream[];
  readonly rows: ReadonlyMap<string, Transaction>;
};

async function seen(plaid: PlaidApi, who: { username: string; password?: string }): Promise<Seen> {
  const { accessToken } = await linkedItem(plaid, { password: 'pass_good', ...who, days: 730 });
  const { rows } = await readAll(plaid, accessToken);
  const { data } = await plaid.transactionsRecurringGet({ access_token: accessToken });
  expect(data.inflow_streams.every(({ last_amount }) => (last_amount.amount ?? 0) < 0)).toBe(true);
  expect(data.outflow_streams.every(({ last_amount }) => (last_amount.amount ?? 0) > 0)).toBe(true);
  return { rows, streams: [...data.inflow_streams, ...data.outflow_streams] };
}

describe('the streams of every person and of other seeds', () => {
  let all: Seen[] = [];

  beforeAll(async () => {
    const plaid = plaidClientFor(anEmulator({ realTime: () => NOON }));
    const people = [...PEOPLE.map((username) => ({ username })), ...SEEDS];
    all = await Promise.all(people.map((who) => seen(plaid, who)));
  }, 60_000);

  it('name rows that are there, of their own account, posted, in order, each in one stream', () => {
    for (const { streams, rows } of all) {
      expect(streams.length).toBeGreaterThan(3);
      const named = streams.flatMap(({ transaction_ids }) => transaction_ids);
      expect(new Set(named).size).toBe(named.length);
      for (const stream of streams) {
        const own = rowsOf(stream, rows);
        expect(own.every((row) => row.account_id === stream.account_id && !row.pending)).toBe(true);
        const dates = own.map(({ date }) => date);
        expect(dates).toEqual(dates.toSorted());
        expect([stream.first_date, stream.last_date]).toEqual([dates[0], dates.at(-1)]);
      }
    }
  });

  it('say what their rows say: last and average amount, description, category', () => {
    for (const { streams, rows } of all) {
      for (const stream of streams) {
        const own = rowsOf(stream, rows);
        const last = own.at(-1);
        const sum = own.reduce((total, { amount }) => total + amount, 0);
        expect(stream.last_amount.amount).toBe(last?.amount);
        expect(stream.average_amount.amount).toBeCloseTo(sum / own.length, 1);
        expect(stream.description).toBe(last?.name);
        expect(stream.personal_finance_category?.primary).toBe(last?.personal_finance_category?.primary);
        expect(stream.is_user_modified).toBe(false);
      }
    }
  });

  it('promise a next day after the last one, and only while they go on and have a rhythm with a name', () => {
    for (const stream of all.flatMap(({ streams }) => streams)) {
      const hasNext = stream.is_active && stream.frequency !== 'UNKNOWN';
      expect(stream.predicted_next_date !== null).toBe(hasNext);
      if (hasNext) expect(String(stream.predicted_next_date) > stream.last_date).toBe(true);
      const enough = stream.frequency === 'ANNUALLY' ? 2 : 3;
      expect(stream.status === 'MATURE').toBe(stream.transaction_ids.length >= enough);
      if (stream.status === 'TOMBSTONED') expect(stream.is_active).toBe(false);
    }
  });

  it('come in every frequency and every status', () => {
    const streams = all.flatMap((one) => one.streams);
    expect(new Set(streams.map(({ frequency }) => frequency))).toEqual(
      new Set(['WEEKLY', 'BIWEEKLY', 'SEMI_MONTHLY', 'MONTHLY', 'ANNUALLY', 'UNKNOWN']),
    );
    expect(new Set(streams.map(({ status }) => status))).toEqual(
      new Set(['MATURE', 'EARLY_DETECTION', 'TOMBSTONED']),
    );
  });
});

it('The streams are not ready before the history is there', async () => {
  const delays = { initial: 1000, historical: 60_000, webhookRetries: [] };
  const plaid = plaidClientFor(anEmulator({ realTime: () => NOON, delays }));
  const { accessToken: access_token } = await linkedItem(plaid);
  expect((await refusal(plaid.transactionsRecurringGet({ access_token }))).code).toBe('PRODUCT_NOT_READY');
});

function rowsOf({ transaction_ids }: TransactionStream, rows: Seen['rows']): Transaction[] {
  return transaction_ids.map((id) => {
    const row = rows.get(id);
    if (!row) throw new Error(`${id} is no row.`);
    return row;
  });
}
