/** What a process takes with it that nobody can bring back, and how it is told then. */
import { asSystem } from '@/db/client';
import { sql } from 'drizzle-orm';
import { differences, wholeState } from '../state';
import type { Ends } from './flow';

/**
 * The public token was spent and nobody heard what for: the link counts as failed (S10), and all that is stored is
 * what would be there without it.
 */
export async function isLinkReported({ untouched }: Pick<Ends, 'untouched'>): Promise<boolean> {
  const failed = await asSystem((tx) => tx.execute(sql`select from link_intents where state = 'failed'`));
  const stored = untouched.filter((line) => !line.startsWith('alive at Plaid'));
  return failed.length > 0 && differences(await wholeState(), stored).length === 0;
}

/**
 * A bank is linked twice, and nobody heard of the refusal: the second connection waits for its person's word, and
 * counts nowhere; all else is what would be there without it.
 */
export async function isSetAside({ untouched }: Pick<Ends, 'untouched'>): Promise<boolean> {
  const names = await asSystem((tx) =>
    tx.execute<{ name: string }>(sql`
      with waiting as (select * from items where replaces_item_id is not null)
      select plaid_item_id as name from waiting
      union all select a.plaid_account_id from accounts a join waiting w on w.user_id = a.user_id and w.id = a.item_id
      union all select t.plaid_transaction_id from transactions t
        join accounts a on a.user_id = t.user_id and a.id = t.account_id
        join waiting w on w.user_id = a.user_id and w.id = a.item_id`),
  );
  const isOfIt = (line: string) => names.some(({ name }) => line.includes(name));
  const stored = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('alive at Plaid'));
  const rest = (await wholeState()).filter((line) => !isOfIt(line));
  return names.length > 0 && differences(rest, stored(untouched)).length === 0;
}

/**
 * Plaid made a new token and nobody heard of it: the person is asked to connect again (TOK-5), and all else is as it
 * was when the token was asked for (`before`: a whole state).
 */
export function isTokenReported(before: readonly string[]): () => Promise<boolean> {
  const besideItem = (lines: readonly string[]) => lines.filter((line) => !/^item(s|_products) /.test(line));
  return async () => {
    const told = await asSystem((tx) =>
      tx.execute(sql`
        select from items where state = 'revoked' and error_code = 'INVALID_ACCESS_TOKEN' and token_rotation_at is null`),
    );
    return told.length > 0 && differences(besideItem(await wholeState()), besideItem(before)).length === 0;
  };
}
