/** What our database says of the simulated people's Items, in one or two cheap queries. */
import type { Sql } from 'postgres';
import type { UserId } from '@/lib/core/id';

/** Edits of one row, by Plaid's id: category, note, tags, merchant; null where there is none. */
export type Overlay = { id: string; isLive: boolean; fields: Record<Field, string | null> };
export type Field = 'category' | 'note' | 'tags' | 'merchant';
export const FIELDS: readonly Field[] = ['category', 'note', 'tags', 'merchant'];

export type Seen = {
  userId: UserId;
  itemId: string;
  plaidItemId: string;
  state: string;
  errorCode: string | null;
  /** When the evidence of its state was seen, in milliseconds since 1970. */
  stateAt: number;
  cursor: string | null;
  epoch: number;
  isRebuilding: boolean;
  want: number;
  done: number;
  fence: number;
  isLeased: boolean;
  pages: number;
  /** Fingerprint of the live rows (see `digestAt` of the model). */
  rows: string;
  movements: string;
  overlays: Overlay[];
  /** Ids of removed rows that are kept, younger than 29 days. */
  tombstones: string[];
  /** What transactions last came to: `ready` without an error is a whole success. */
  transactions: string;
  /** Webhooks that are acknowledged and not worked off. */
  unhandled: number;
};

export async function observe(db: Sql, users: readonly string[], now: number): Promise<Seen[]> {
  const rows = await db.unsafe(SEEN, [JSON.stringify(users), new Date(now).toISOString()], { prepare: true });
  return rows.map((row) => ({ ...(row['seen'] as Seen) }));
}

const EDITED = `t.user_category_id is not null or t.note is not null or t.tags <> '{}' or t.user_merchant_name is not null`;

const SEEN = `
  select json_build_object(
    'userId', i.user_id, 'itemId', i.id, 'plaidItemId', i.plaid_item_id, 'state', i.state,
    'errorCode', i.error_code, 'stateAt', (extract(epoch from i.state_at) * 1000)::bigint, 'cursor', i.transactions_cursor, 'epoch', i.epoch,
    'isRebuilding', i.is_rebuilding, 'want', j.want, 'done', j.done, 'fence', j.fence,
    'isLeased', coalesce(j.lease_until > $2::timestamptz, false),
    'pages', (select count(*) from sync_pages p where p.user_id = i.user_id and p.item_id = i.id),
    'transactions', (select p.state || coalesce(' ' || p.error_code, '') from item_products p
      where p.user_id = i.user_id and p.item_id = i.id and p.product = 'transactions'),
    'unhandled', (select count(*) from webhooks w where w.plaid_item_id = i.plaid_item_id and w.handled_at is null),
    'rows', md5(coalesce(string_agg(concat_ws('|', t.plaid_transaction_id, a.plaid_account_id, t.amount, t.currency,
      t.posted_day, coalesce(t.authorized_day::text, ''), t.is_pending, coalesce(t.pending_plaid_transaction_id, ''),
      t.bank_name, coalesce(t.merchant_name, '')), E'\\n' order by concat_ws('|', t.plaid_transaction_id, a.plaid_account_id) collate "C")
      filter (where t.removed_at is null and not t.is_kept), '')),
    'overlays', coalesce(json_agg(json_build_object('id', t.plaid_transaction_id, 'isLive', t.removed_at is null,
      'fields', json_build_object('category', t.user_category_id, 'note', t.note, 'merchant', t.user_merchant_name,
        'tags', nullif(array_to_string(t.tags, ' '), '')))) filter (where ${EDITED}), '[]'),
    'tombstones', coalesce(json_agg(t.plaid_transaction_id)
      filter (where t.removed_at > $2::timestamptz - interval '29 days'), '[]'),
    'movements', (select md5(coalesce(string_agg(line, E'\\n' order by line collate "C"), '')) from (
      select concat_ws('|', m.plaid_investment_transaction_id, b.plaid_account_id, m.amount, m.quantity::float8, m.day) as line
      from investment_transactions m join accounts b on b.user_id = m.user_id and b.id = m.account_id
      where b.user_id = i.user_id and b.item_id = i.id) lines)
  ) as seen
  from items i
  join sync_jobs j on j.user_id = i.user_id and j.item_id = i.id
  left join accounts a on a.user_id = i.user_id and a.item_id = i.id
  left join transactions t on t.user_id = a.user_id and t.account_id = a.id
  where i.user_id in (select x::uuid from jsonb_array_elements_text($1::jsonb) x)
  group by i.user_id, i.id, j.user_id, j.item_id
  order by i.plaid_item_id`;

/** Months whose totals are not what their rows add up to (S14). */
export async function driftOfTotals(db: Sql, users: readonly string[]): Promise<number> {
  const [row] = await db.unsafe(DRIFT, [JSON.stringify(users)], { prepare: true });
  return Number(row?.['drift'] ?? 0);
}

const MINE = 'user_id in (select x::uuid from jsonb_array_elements_text($1::jsonb) x)';
const KEPT = `select user_id, month, account_id, category_id, currency, amount, count from monthly_totals where ${MINE}`;
const COUNTED = `
  select user_id, to_char(day, 'YYYY-MM'), account_id, category_id, currency, sum(amount)::bigint, count(*)::int
  from transactions where ${MINE} and removed_at is null group by 1, 2, 3, 4, 5`;
const DRIFT = `
  select count(*) as drift from (
    (${KEPT} except ${COUNTED}) union all (${COUNTED} except ${KEPT})) d`;
