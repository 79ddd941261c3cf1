import { Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { anEmulator, plaidClientFor } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { HOOK, listeningEmulator } from '../support/listening-emulator';
import { refusal } from '../support/plaid-refusal';
import { readAll } from '../support/read-all';

const NOON = Date.parse('2026-03-14T17:00:00Z');
const USER = { username: 'user_transactions_dynamic', password: 'anything' };
const ROW = {
  date_transacted: '2026-03-10',
  date_posted: '2026-03-12',
  amount: 12.34,
  description: 'A row of my own',
};

async function dynamic() {
  const listening = listeningEmulator({ realTime: () => NOON });
  const { accessToken } = await linkedItem(listening.plaid, { ...USER, webhook: HOOK });
  const first = await readAll(listening.plaid, accessToken);
  await listening.codes();
  return { ...listening, access_token: accessToken, first };
}

describe('user_transactions_dynamic', () => {
  it('has fifty rows on a checking account and a card, pending and posted', async () => {
    const { first, plaid, access_token } = await dynamic();
    const rows = [...first.rows.values()];
    expect(rows).toHaveLength(50);
    expect(rows.filter(({ pending }) => pending)).toHaveLength(6);
    const { accounts } = (await plaid.accountsGet({ access_token })).data;
    expect(accounts.map(({ subtype }) => subtype)).toEqual(['checking', 'credit card']);
    expect(new Set(rows.map(({ account_id }) => account_id)).size).toBe(2);
  });

  it('posts what was pending with each refresh, raises one amount and brings new pending rows', async () => {
    const { plaid, access_token, first, codes } = await dynamic();
    await plaid.transactionsRefresh({ access_token });
    expect(await codes()).toEqual([
      'SYNC_UPDATES_AVAILABLE',
      'DEFAULT_UPDATE',
      'TRANSACTIONS_REMOVED',
      'RECURRING_TRANSACTIONS_UPDATE',
    ]);
    const { rows, pages } = await readAll(plaid, access_token, first);
    const was = [...first.rows.values()].filter(({ pending }) => pending).map((row) => row.transaction_id);
    const modified = pages.flatMap((page) => page.modified);
    const added = pages.flatMap((page) => page.added);
    const removed = pages.flatMap((page) => page.removed);
    expect(removed.map(({ transaction_id }) => transaction_id).toSorted()).toEqual(was.toSorted());
    const posted = added.filter(({ pending }) => !pending);
    expect(posted.map((row) => row.pending_transaction_id).toSorted()).toEqual(was.toSorted());
    expect(added.filter(({ pending }) => pending)).toHaveLength(3);
    expect(modified).toHaveLength(1);
    const [raised] = modified;
    const before = first.rows.get(raised?.transaction_id ?? '');
    expect(raised?.amount).toBeCloseTo((before?.amount ?? 0) + 1, 8);
    expect(rows.size).toBe(53);
  });

  it('goes on with the next refresh, and its balances follow', async () => {
    const { plaid, access_token, first } = await dynamic();
    const sum = async (cursor: Awaited<ReturnType<typeof readAll>>) => {
      const { accounts } = (await plaid.accountsGet({ access_token })).data;
      const checking = accounts.find(({ subtype }) => subtype === 'checking');
      const rows = [...cursor.rows.values()].filter(
        ({ account_id, pending }) => account_id === checking?.account_id && !pending,
      );
      return (checking?.balances.current ?? 0) + rows.reduce((total, { amount }) => total + amount, 0);
    };
    const opening = await sum(first);
    await plaid.transactionsRefresh({ access_token });
    const second = await readAll(plaid, access_token, first);
    await plaid.transactionsRefresh({ access_token });
    const third = await readAll(plaid, access_token, second);
    expect(third.rows.size).toBe(56);
    expect([...third.rows.values()].filter(({ pending }) => pending)).toHaveLength(3);
    expect(await sum(second)).toBeCloseTo(opening, 6);
    expect(await sum(third)).toBeCloseTo(opening, 6);
  });

  it('does the same for the same steps', async () => {
    const run = async () => {
      const { plaid, access_token, first } = await dynamic();
      await plaid.transactionsRefresh({ access_token });
      return [...(await readAll(plaid, access_token, first)).rows.values()];
    };
    expect(await run()).toEqual(await run());
  });
});

describe('/sandbox/transactions/create', () => {
  it('adds posted rows, and tells of them', async () => {
    const { plaid, access_token, first, codes } = await dynamic();
    await plaid.sandboxTransactionsCreate({
      access_token,
      transactions: [ROW, { ...ROW, amount: -5, date_posted: '2026-03-14', description: 'Money back' }],
    });
    expect(await codes()).toContain('SYNC_UPDATES_AVAILABLE');
    const { pages } = await readAll(plaid, access_token, first);
    expect(pages.flatMap(({ added }) => added)).toMatchObject([
      { name: 'A row of my own', amount: 12.34, date: '2026-03-12', authorized_date: '2026-03-10' },
      { name: 'Money back', amount: -5, pending: false, iso_currency_code: 'USD' },
    ]);
  });

  it('takes at most ten, of the last fourteen days', async () => {
    const { plaid, access_token } = await dynamic();
    const codeOf = async (...transactions: (typeof ROW)[]) =>
      (await refusal(plaid.sandboxTransactionsCreate({ access_token, transactions }))).code;
    expect(await codeOf(...Array.from({ length: 11 }, () => ROW))).toBe('INVALID_FIELD');
    expect(await codeOf({ ...ROW, date_posted: '2026-03-15' })).toBe('INVALID_FIELD');
    expect(await codeOf({ ...ROW, date_transacted: '2026-02-27' })).toBe('INVALID_FIELD');
    expect(await codeOf({ ...ROW, date_posted: '2026-03-09' })).toBe('INVALID_FIELD');
    expect(await codeOf({ ...ROW, date_transacted: '2026-02-28' }).catch(() => 'taken')).toBe('taken');
  });

  it('is for Items of that user alone', async () => {
    const plaid = plaidClientFor(anEmulator({ realTime: () => NOON }));
    const { accessToken: access_token } = await linkedItem(plaid, { products: [Products.Transactions] });
    const call = plaid.sandboxTransactionsCreate({ access_token, transactions: [ROW] });
    expect((await refusal(call)).status).toBe(400);
  });
});
