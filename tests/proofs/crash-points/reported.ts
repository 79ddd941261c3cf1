/** What a process takes with it that nobody can bring back, and how it is told then. */
import { asSystem } from '@/db/client';
import { sql } from 'drizzle-orm';
import { differences, wholeState } from '../state';
import type { Ends } from './flow';

/** The public token was spent and nobody heard what for: nothing is stored, and the link counts as failed (S10). */
export async function isLinkReported({ untouched }: Ends): Promise<boolean> {
  const failed = await asSystem((tx) => tx.execute(sql`select from link_intents where state = 'failed'`));
  const stored = untouched.filter((line) => !line.startsWith('alive at Plaid'));
  return failed.length > 0 && differences(await wholeState(), stored).length === 0;
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
