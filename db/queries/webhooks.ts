/** The inbox of verified webhooks. Nobody's own: past row-level security, like the look-ups of `system`. */
import 'server-only';
import { gte, and, inArray, isNotNull, sql } from 'drizzle-orm';
import { asSystem } from '../client';
import { webhooks } from '../schema';

export type NewWebhook = Pick<typeof webhooks.$inferInsert, 'key' | 'type' | 'code' | 'plaidItemId' | 'body'>;

/**
 * The inbox; an exact replay is known by its key and adds nothing (WHK-4). Answers the keys of those that are
 * new; several are one statement, since a storm would else be a storm of transactions.
 */
export async function saveWebhooks(arrived: readonly NewWebhook[]): Promise<string[]> {
  const saved = await asSystem((tx) =>
    tx.execute<{ key: string }>(sql`
      insert into webhooks (key, type, code, plaid_item_id, body)
      select key, type, code, "plaidItemId", body
      from jsonb_to_recordset(${JSON.stringify(arrived)}::jsonb)
        as x(key text, type text, code text, "plaidItemId" text, body jsonb)
      on conflict do nothing
      returning key`),
  );
  return saved.map(({ key }) => key);
}

export type StoredWebhook = {
  id: string;
  type: string;
  code: string;
  plaidItemId: string | null;
  body: Record<string, unknown>;
  receivedAt: Date;
};

/** What nobody has worked off, oldest first; one that failed five times is left for a person to look at. */
export async function listUnhandledWebhooks(): Promise<StoredWebhook[]> {
  return asSystem((tx) =>
    tx
      .select({
        id: webhooks.id,
        type: webhooks.type,
        code: webhooks.code,
        plaidItemId: webhooks.plaidItemId,
        body: webhooks.body,
        receivedAt: webhooks.receivedAt,
      })
      .from(webhooks)
      .where(sql`${webhooks.handledAt} is null and ${webhooks.attempts} < 5`)
      .orderBy(webhooks.receivedAt)
      .limit(500),
  );
}

/** Says what webhooks came to; without an outcome the try is counted and they stay in the inbox. */
export async function settleWebhooks(ids: readonly string[], outcome: string | null): Promise<void> {
  await asSystem((tx) =>
    tx
      .update(webhooks)
      .set({
        attempts: sql`${webhooks.attempts} + 1`,
        ...(outcome === null ? {} : { outcome, handledAt: sql`now()` }),
      })
      .where(inArray(webhooks.id, [...ids])),
  );
}

/**
 * Puts webhooks that were worked off, or given up, back among those that wait. `item` is our id of a connection
 * or Plaid's; without it those of all are meant. Answers how many.
 */
export async function reopenWebhooks({ since, item }: { since: Date; item?: string }): Promise<number> {
  const ofItem = sql`${webhooks.plaidItemId} = ${item ?? null}
    or ${webhooks.plaidItemId} in (select plaid_item_id from items where id::text = ${item ?? null})`;
  const reopened = await asSystem((tx) =>
    tx
      .update(webhooks)
      .set({ handledAt: null, outcome: null, attempts: 0 })
      .where(
        and(
          gte(webhooks.receivedAt, since),
          sql`(${isNotNull(webhooks.handledAt)} or ${webhooks.attempts} > 0)`,
          item === undefined ? undefined : sql`(${ofItem})`,
        ),
      )
      .returning({ id: webhooks.id }),
  );
  return reopened.length;
}
