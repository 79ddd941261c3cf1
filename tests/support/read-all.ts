import type { PlaidApi, Transaction, TransactionsSyncResponse } from 'plaid';

export type WholeSync = {
  readonly pages: readonly TransactionsSyncResponse[];
  readonly cursor: string;
  /** What a reader holds who applied every page in order to what it had before. */
  readonly rows: ReadonlyMap<string, Transaction>;
};

/** Reads `/transactions/sync` to its end, as an app does (TXN-11, TXN-14). */
export async function readAll(
  plaid: PlaidApi,
  access_token: string,
  given: {
    cursor?: string;
    count?: number;
    rows?: ReadonlyMap<string, Transaction>;
    accountId?: string;
  } = {},
): Promise<WholeSync> {
  const rows = new Map(given.rows);
  const pages: TransactionsSyncResponse[] = [];
  const { count = 500, accountId } = given;
  let cursor = given.cursor ?? '';
  for (;;) {
    const options = accountId === undefined ? {} : { options: { account_id: accountId } };
    const { data } = await plaid.transactionsSync({ access_token, cursor, count, ...options });
    pages.push(data);
    for (const row of [...data.added, ...data.modified]) rows.set(row.transaction_id, row);
    for (const { transaction_id } of data.removed) rows.delete(transaction_id);
    cursor = data.next_cursor;
    if (!data.has_more) return { pages, cursor, rows };
  }
}
