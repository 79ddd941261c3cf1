/** The app is killed in the middle of a first sync, twice, and started again on the same data. */
import postgres from 'postgres';
import { expect, test, vi } from 'vitest';
import { useApp } from '../support/browser';
import { aPublicToken, callEmulator, connect, everythingIsHere, exportedRows } from '../support/connect';
import { signUp, type Visitor } from '../support/sign-up';

const app = useApp();
const ROWS = 20_000;
const login = { username: `user_volume_${ROWS}` };

test('a first sync that was killed ends in the same rows, each once', async () => {
  const ann = await app.newVisitor();
  await signUp(ann);
  await connect(ann, login);
  await app.crash();
  await leaseRunsOut();
  await untilPagesAreStaged();
  await app.crash();
  await leaseRunsOut();
  await allRowsAreIn(ann);

  const shown = await exportedRows(ann);
  expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
  const bank = await rowsOfTheBank(ann);
  expect(shown.map(({ date, amount, name }) => `${date} ${amount} ${name}`).toSorted()).toEqual(bank);
  await everythingIsHere(ann);
}, 180_000);

/** As it would a minute after the process that held it died. */
async function leaseRunsOut(): Promise<void> {
  const sql = postgres(app.setting('DATABASE_URL'), { max: 1 });
  await sql`update sync_jobs set lease_until = now() - interval '1 second' where lease_until is not null`;
  await sql.end();
}

/** The history has begun to come, and is not in yet. */
async function untilPagesAreStaged(): Promise<void> {
  const sql = postgres(app.setting('DATABASE_URL'), { max: 1 });
  const look = async () => {
    const [found] = await sql<{ pages: number }[]>`select count(*)::int as pages from sync_pages`;
    if ((found?.pages ?? 0) < 5) throw new Error('Nothing is staged yet.');
  };
  await vi.waitFor(look, { timeout: 90_000, interval: 20 });
  await sql.end();
}

async function allRowsAreIn(visitor: Visitor): Promise<void> {
  const look = async () => {
    const { length } = await exportedRows(visitor);
    if (length < ROWS) throw new Error(`${length} of ${ROWS} rows are in.`);
  };
  await vi.waitFor(look, { timeout: 120_000, interval: 1000 });
}

type BankRow = { date: string; amount: number; name: string };

/** The same login linked once more, past the app: what the bank itself has. */
async function rowsOfTheBank(visitor: Visitor): Promise<string[]> {
  const public_token = await aPublicToken(visitor, login);
  const made = await callEmulator(visitor, '/item/public_token/exchange', { public_token });
  const { access_token, item_id } = made;
  await callEmulator(visitor, '/_emulator/items/ready', { item_id });
  const rows: BankRow[] = [];
  for (let cursor: unknown = null, hasMore = true; hasMore; ) {
    const asked = { access_token, cursor, count: 500 };
    const page = await callEmulator(visitor, '/transactions/sync', asked);
    rows.push(...(page['added'] as BankRow[]));
    [cursor, hasMore] = [page['next_cursor'], page['has_more'] === true];
  }
  return rows.map(({ date, amount, name }) => `${date} ${(-amount).toFixed(2)} ${name}`).toSorted();
}
