/** Rows for tests, each whole by default; say only what the test is about. Days and amounts are plain to check. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { asSystem } from '@/db/client';
import { refreshMonthlyTotals } from '@/db/queries/monthly-totals';
import { accounts, institutions, items, transactions, users } from '@/db/schema';
import { day } from '@/lib/core/day';
import type { AccountId, ItemId, UserId } from '@/lib/core/id';
import { monthOf } from '@/lib/core/month';

type New<T extends { $inferInsert: object }> = Partial<T['$inferInsert']>;

export async function aUser(given: New<typeof users> = {}): Promise<UserId> {
  const values = { email: `${randomUUID()}@example.com`, passwordHash: 'none', timeZone: 'UTC', ...given };
  const [row] = await asSystem((tx) => tx.insert(users).values(values).returning({ id: users.id }));
  return made(row).id;
}

export async function anInstitution(given: New<typeof institutions> = {}): Promise<string> {
  const values = { plaidInstitutionId: `ins_${randomUUID()}`, name: 'Harbor Bank', ...given };
  await asSystem((tx) => tx.insert(institutions).values(values));
  return values.plaidInstitutionId;
}

export async function anItem(userId: UserId, given: New<typeof items> = {}): Promise<ItemId> {
  const values = {
    userId,
    plaidItemId: randomUUID(),
    accessTokenSealed: 'sealed',
    institutionName: 'Harbor Bank',
    ...given,
  };
  const [row] = await asSystem((tx) => tx.insert(items).values(values).returning({ id: items.id }));
  return made(row).id;
}

type AccountOf = { userId: UserId; itemId: ItemId };

export async function anAccount(of: AccountOf, given: New<typeof accounts> = {}): Promise<AccountId> {
  const values = {
    ...of,
    plaidAccountId: randomUUID(),
    bankName: 'Checking',
    mask: '0000',
    type: 'depository' as const,
    subtype: 'checking',
    currency: 'USD',
    balance: 100_00,
    ...given,
  };
  const [row] = await asSystem((tx) => tx.insert(accounts).values(values).returning({ id: accounts.id }));
  return made(row).id;
}

type TransactionOf = { userId: UserId; accountId: AccountId };

/** One row with its month counted, as sync leaves it. */
export async function aTransaction(of: TransactionOf, given: New<typeof transactions> = {}): Promise<string> {
  const values = {
    ...of,
    plaidTransactionId: randomUUID(),
    amount: -10_00,
    currency: 'USD',
    postedDay: day('2026-03-14'),
    isPending: false,
    bankName: 'Corner Shop',
    paymentChannel: 'in store',
    bankCategoryId: 'shopping',
    ...given,
  };
  const month = monthOf(values.authorizedDay ?? values.postedDay);
  return asSystem(async (tx) => {
    const [row] = await tx.insert(transactions).values(values).returning({ id: transactions.id });
    await refreshMonthlyTotals(tx, of.userId, [{ accountId: of.accountId, month }]);
    return made(row).id;
  });
}

/** One person with one bank and one checking account, for tests that need no more. */
export async function aPerson(given: New<typeof users> = {}) {
  const userId = await aUser(given);
  const itemId = await anItem(userId);
  const accountId = await anAccount({ userId, itemId });
  return { userId, itemId, accountId };
}

function made<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('The database made no row.');
  return row;
}

/** Many plain rows at once, three a day back from 14 March 2026, without their totals. */
export async function manyTransactions({ userId, accountId }: TransactionOf, count: number): Promise<void> {
  await asSystem((tx) =>
    tx.execute(sql`
      insert into transactions (user_id, account_id, plaid_transaction_id, amount, currency, posted_day,
        is_pending, bank_name, payment_channel, bank_category_id)
      select ${userId}::uuid, ${accountId}::uuid, gen_random_uuid()::text, -n, 'USD',
        '2026-03-14'::date - (n / 3)::int, false, 'Shop ' || n % 997, 'online',
        (array['groceries', 'coffee', 'shopping', 'transport'])[1 + n % 4]
      from generate_series(1, ${count}::int) n`),
  );
}
