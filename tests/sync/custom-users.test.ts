import { and, eq } from 'drizzle-orm';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { accounts, holdings, liabilities, securities, transactions } from '@/db/schema';
import { fromDecimal } from '@/lib/core/money';
import type { UserId } from '@/lib/core/id';
import { bankToday } from '../support/bank-day';
import { aLink, drain, drift, engineOn } from '../support/engine';
import { aUser } from '../support/factories';

/** The fields of Sandbox's custom users that end up as rows of ours (SBX-6, SBX-7). */
type FileRow = { date_transacted: string; date_posted: string; amount: number; description: string };
type FileHolding = { quantity: number; security: { ticker_symbol?: string } };
type FileAccount = {
  type: string;
  subtype: string;
  currency?: string;
  starting_balance?: number;
  transactions?: FileRow[];
  holdings?: FileHolding | FileHolding[];
  /** Makes further rows of that name, month by month. */
  inflow_model?: { transaction_name?: string };
  liability?: { type: string };
};

const folder = `${import.meta.dirname}/../fixtures/custom-users`;
const today = bankToday();

const minor = (amount: number, currency = 'USD') => fromDecimal(String(amount), currency).amount;

test.each(readdirSync(folder))('what is shown of %s equals the file', async (name) => {
  engineOn();
  const file = readFileSync(`${folder}/${name}`, 'utf8');
  const expected = (JSON.parse(file) as { override_accounts: FileAccount[] }).override_accounts;
  const userId = await aUser();
  await aLink(userId, { username: 'user_custom', password: file });
  await drain();
  const isMade = (row: string) =>
    expected.some((of) => row.includes(` | ${of.inflow_model?.transaction_name} | `));
  expect((await shownRows(userId)).filter((row) => !isMade(row))).toEqual(expected.flatMap(fileRows).sort());
  expect(await shownBalances(userId)).toEqual(expect.arrayContaining(expected.flatMap(fileBalance)));
  expect(await shownHoldings(userId)).toEqual(expected.flatMap(fileHoldings).sort());
  expect((await shownDebts(userId)).length).toBe(expected.filter(({ liability }) => liability).length);
  expect(await drift()).toEqual([]);
});

function fileRows({ transactions: rows = [], currency }: FileAccount): string[] {
  return rows.map(({ date_transacted, date_posted, amount, description }) => {
    const isPending = date_posted > today;
    const date = isPending ? date_transacted : date_posted;
    return [date, -minor(amount, currency), description, isPending].join(' | ');
  });
}

async function shownRows(userId: UserId): Promise<string[]> {
  const rows = await asSystem((tx) => tx.select().from(transactions).where(eq(transactions.userId, userId)));
  return rows.map((row) => [row.postedDay, row.amount, row.bankName, row.isPending].join(' | ')).sort();
}

function fileBalance({ type, subtype, currency, starting_balance }: FileAccount): string[] {
  if (starting_balance === undefined || type === 'investment') return [];
  const owed = type === 'credit' || type === 'loan' ? -1 : 1;
  return [`${subtype} ${owed * minor(starting_balance, currency)}`];
}

async function shownBalances(userId: UserId): Promise<string[]> {
  const rows = await asSystem((tx) => tx.select().from(accounts).where(eq(accounts.userId, userId)));
  const withStart = rows.filter(({ type }) => type !== 'investment');
  return withStart.map(({ subtype, balance }) => `${subtype} ${balance}`).sort();
}

function fileHoldings({ holdings: held = [] }: FileAccount): string[] {
  return [held].flat().map(({ quantity, security }) => `${security.ticker_symbol ?? null} ${quantity}`);
}

async function shownHoldings(userId: UserId): Promise<string[]> {
  const rows = await asSystem((tx) =>
    tx
      .select({ ticker: securities.ticker, quantity: holdings.quantity })
      .from(holdings)
      .innerJoin(
        securities,
        and(eq(securities.userId, holdings.userId), eq(securities.id, holdings.securityId)),
      )
      .where(eq(holdings.userId, userId)),
  );
  return rows.map(({ ticker, quantity }) => `${ticker} ${Number(quantity)}`).sort();
}

function shownDebts(userId: UserId) {
  return asSystem((tx) => tx.select().from(liabilities).where(eq(liabilities.userId, userId)));
}
