import 'server-only';
import { sql } from 'drizzle-orm';
import type { AccountId } from '@/lib/core/id';
import type { Month } from '@/lib/core/month';
import type { Tx } from '../../client';
import type { AccountMonth } from '../monthly-totals';
import { oneOf } from './bulk';
import type { Lease } from './jobs';

/**
 * What the person did on a pending row follows it to the posted row that names it, whichever came first (S5).
 * `posted`: rows that have just appeared; `removed`: pending rows that have just gone, for edits made on them
 * after their successor was there. Only empty places are filled. Answers the months whose category changed.
 */
export async function carryEdits(
  tx: Tx,
  { userId }: Lease,
  of: { posted: string[] } | { removed: string[] },
): Promise<AccountMonth[]> {
  const which =
    'posted' in of
      ? { ids: of.posted, where: sql`n.plaid_transaction_id in ${oneOf(of.posted)}` }
      : {
          ids: of.removed,
          where: sql`o.plaid_transaction_id in ${oneOf(of.removed)} and o.updated_at > n.created_at`,
        };
  if (which.ids.length === 0) return [];
  const moved = await tx.execute(sql`
    update transactions n set
      user_category_id = coalesce(n.user_category_id, o.user_category_id),
      user_merchant_name = coalesce(n.user_merchant_name, o.user_merchant_name),
      rule_category_id = coalesce(n.rule_category_id, o.rule_category_id),
      note = coalesce(n.note, o.note),
      tags = case when n.tags = '{}' then o.tags else n.tags end
    from transactions o
    where n.user_id = ${userId}::uuid and o.user_id = n.user_id and n.account_id = o.account_id
      and o.plaid_transaction_id = n.pending_plaid_transaction_id and ${which.where}
      and (o.user_category_id, o.user_merchant_name, o.rule_category_id, o.note, nullif(o.tags, '{}'))
        is distinct from (null::text, null::text, null::text, null::text, null::text[])
    returning n.account_id, to_char(n.day, 'YYYY-MM') as month`);
  return [...moved].map((row) => ({
    accountId: row['account_id'] as AccountId,
    month: row['month'] as Month,
  }));
}
