import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { AccountId } from '@/lib/core/id';
import type { Month } from '@/lib/core/month';
import type { Tx } from '../../client';
import type { ChangedField } from '../../schema';
import type { AccountMonth } from '../monthly-totals';
import { oneOf } from './bulk';
import type { Lease } from './jobs';

/**
 * What the person did on a pending row follows it to the posted one that names it, whichever came first (S5).
 * `posted`: rows that have just appeared; `removed`: pending rows that have just gone, for words on them that came
 * while their successor was there, or was being written. Of two words on a field the later one counts. Answers the
 * months whose category may have changed.
 */
export async function carryEdits(
  tx: Tx,
  { userId }: Lease,
  of: { posted: string[] } | { removed: string[] },
): Promise<AccountMonth[]> {
  const which =
    'posted' in of
      ? { ids: of.posted, where: sql`n.plaid_transaction_id in ${oneOf(of.posted)} and ${IS_EDITED}` }
      : { ids: of.removed, where: sql`o.plaid_transaction_id in ${oneOf(of.removed)} and ${MAY_BE_LATER}` };
  if (which.ids.length === 0) return [];
  const moved = await tx.execute(sql`
    update transactions n set
      user_category_id = ${latest('user_category_id', 'category')},
      user_merchant_name = ${latest('user_merchant_name', 'name')},
      rule_category_id = coalesce(n.rule_category_id, o.rule_category_id),
      note = ${latest('note', 'note')},
      tags = case when n.tags = '{}' then o.tags else n.tags end
    from transactions o
    where n.user_id = ${userId}::uuid and o.user_id = n.user_id and n.account_id = o.account_id
      and o.plaid_transaction_id = n.pending_plaid_transaction_id
      and ${which.where}
    returning n.account_id, to_char(n.day, 'YYYY-MM') as month`);
  return [...moved].map((row) => ({
    accountId: row['account_id'] as AccountId,
    month: row['month'] as Month,
  }));
}

const IS_EDITED = sql`(o.user_category_id, o.user_merchant_name, o.rule_category_id, o.note, nullif(o.tags, '{}'))
  is distinct from (null::text, null::text, null::text, null::text, null::text[])`;

/** By its own clock a word may be older than the successor and have been committed after it was read. */
const MAY_BE_LATER = sql`(o.updated_at > n.created_at or exists (
  select from transaction_changes c
  where c.user_id = o.user_id and c.transaction_id = o.id and c.source = 'person'))`;

/** By the lines of history, in which also a word that was taken back is one; where there are none, an empty place is filled. */
function latest(column: 'user_category_id' | 'user_merchant_name' | 'note', field: ChangedField): SQL {
  const [pending, posted] = [sql.raw(`o.${column}`), sql.raw(`n.${column}`)];
  return sql`case (
      select c.transaction_id = o.id from transaction_changes c
      where c.user_id = o.user_id and c.transaction_id in (o.id, n.id) and c.source = 'person' and c.field = ${field}
      order by c.at desc, c.transaction_id = n.id desc limit 1)
    when true then ${pending} when false then ${posted} else coalesce(${posted}, ${pending}) end`;
}
