/** A person with a row in every kind of table that holds something of a person. */
import { sql } from 'drizzle-orm';
import { asSystem } from '@/db/client';
import {
  budgetLimits,
  itemProducts,
  itemReplacements,
  linkIntents,
  syncJobs,
  syncPages,
  syncRuns,
  transactionChanges,
} from '@/db/schema';
import type { AccountId, ItemId, UserId } from '@/lib/core/id';
import { month } from '@/lib/core/month';
import { anAccount, anItem, aTransaction, aUser } from './factories';
import {
  aBalance,
  aHolding,
  aHoldingDay,
  aLiability,
  anInvestmentTransaction,
  aSecurity,
  aStream,
} from './wealth-factories';

export type Household = {
  userId: UserId;
  itemId: ItemId;
  accountId: AccountId;
  transactionId: string;
  intentId: string;
};

/** Every text that a query could show carries the name, so that a leak can be seen. */
export async function householdOf(name: string): Promise<Household> {
  const userId = await aUser({ name });
  const itemId = await anItem(userId, { institutionName: `${name} Bank`, plaidInstitutionId: 'ins_shared' });
  const of = {
    userId,
    itemId,
    accountId: await anAccount({ userId, itemId }, { bankName: `${name}'s account` }),
  };
  const transactionId = await aTransaction(of, {
    bankName: `${name}'s shop`,
    plaidTransactionId: `${name}-row`,
  });
  await aBalance(of, '2026-03-01', 1_00);
  await aStream(of, { merchantName: `${name}'s power`, plaidStreamId: `${name}-stream` });
  await aLiability(of);
  const securityId = await aSecurity(userId, { name: `${name}'s fund` });
  await aHolding({ ...of, securityId });
  await aHoldingDay({ ...of, securityId }, '2026-03-01');
  await anInvestmentTransaction(of, { securityId });
  await asSystem((tx) =>
    tx
      .insert(transactionChanges)
      .values({ userId, transactionId, field: 'name', source: 'bank', before: `${name}'s old shop` }),
  );
  return { ...of, transactionId, intentId: await machineryOf(userId, itemId, name) };
}

async function machineryOf(userId: UserId, itemId: ItemId, name: string): Promise<string> {
  return asSystem(async (tx) => {
    const limit = { categoryId: 'groceries', currency: 'USD', fromMonth: month('2026-01'), amount: 1_00 };
    await tx.insert(budgetLimits).values({ userId, ...limit });
    const summary = { accounts: [], rows: 1, edits: 1 };
    await tx
      .insert(itemReplacements)
      .values({ userId, itemId, formerName: name, isAutomatic: false, summary });
    await tx.insert(itemProducts).values({ userId, itemId, product: 'transactions' });
    await tx.insert(syncJobs).values({ userId, itemId, want: 1 });
    const page = { epoch: 1, startCursor: '', page: 0, nextCursor: 'next', hasMore: false };
    await tx.insert(syncPages).values({ userId, itemId, ...page, body: { name } });
    await tx.insert(syncRuns).values({ userId, itemId, trigger: 'link', fence: 0 });
    const intent = { userId, publicTokenHash: `${name}-hash`, itemId };
    const [row] = await tx.insert(linkIntents).values(intent).returning({ id: linkIntents.id });
    return row?.id ?? '';
  });
}

/** Everything the database holds of a person, table by table, as text that changes when any of it changes. */
export async function everythingOf(userId: UserId): Promise<Map<string, string>> {
  return asSystem(async (tx) => {
    const tables = await tx.execute<{ name: string }>(sql`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'user_id' order by 1`);
    const rows = new Map<string, string>();
    for (const { name } of tables) {
      const [row] = await tx.execute<{ rows: string }>(sql`
        select coalesce(jsonb_agg(to_jsonb(t) order by t::text), '[]')::text as rows
        from ${sql.identifier(name)} t where user_id = ${userId}::uuid`);
      rows.set(name, row?.rows ?? '');
    }
    return rows;
  });
}
