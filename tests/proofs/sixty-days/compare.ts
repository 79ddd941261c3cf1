/** What is stored here against what the bank says to a client that has never asked before. */
import { and, eq, isNull } from 'drizzle-orm';
import { asSystem } from '@/db/client';
import { listKnownDays } from '@/db/queries/balances';
import { transactions } from '@/db/schema';
import { type Unexplained, unexplainedAccounts } from '@/lib/accounts/proof';
import { day } from '@/lib/core/day';
import type { UserId } from '@/lib/core/id';
import { fromDecimal } from '@/lib/core/money';
import { EMULATOR_URL, plaidClientFor } from '../../support/emulator-client';
import { readAll } from '../../support/read-all';
import { accessTokenOf, accountsOf, type Linked, type World } from './world';

/** What is compared: who is linked, and where. */
type Bank = Pick<World, 'emulator' | 'links'>;

/** One line per row or balance that is on one side only; empty when both agree. */
export async function differences(world: Bank): Promise<string[]> {
  const found: string[] = [];
  for (const link of world.links) {
    const [theirs, ours] = [await theirState(world, link), await ourState(link)];
    found.push(...theirs.filter((line) => !ours.includes(line)).map((line) => `not here: ${line}`));
    found.push(...ours.filter((line) => !theirs.includes(line)).map((line) => `not there: ${line}`));
  }
  return found;
}

async function theirState({ emulator }: Bank, link: Linked): Promise<string[]> {
  const plaid = plaidClientFor({ handle: (request) => emulator.handle(onOwnPath(request)) });
  const access_token = await accessTokenOf(link);
  const { rows } = await readAll(plaid, access_token);
  const { data } = await plaid.accountsGet({ access_token });
  const minor = (amount: number, code: string) => fromDecimal(String(amount), code).amount;
  return [
    ...[...rows.values()].map((row) => {
      const code = row.iso_currency_code ?? row.unofficial_currency_code ?? '';
      const amount = -minor(row.amount, code) || 0;
      return [row.transaction_id, amount, code, row.date, row.pending, row.name].join(' ');
    }),
    ...data.accounts.map(({ account_id, type, balances }) => {
      const code = balances.iso_currency_code ?? balances.unofficial_currency_code ?? '';
      const current = minor(balances.current ?? 0, code);
      const owes = ['credit', 'loan'].includes(type);
      return [account_id, owes ? -current || 0 : current, code].join(' ');
    }),
  ];
}

/** The client's own address becomes the one that this emulator was opened for. */
function onOwnPath(request: Request): Request {
  const path = request.url.slice(EMULATOR_URL.length);
  return new Request(`http://localhost:3000/api/emulator${path}`, request);
}

async function ourState(link: Linked): Promise<string[]> {
  const accounts = await accountsOf(link);
  const rows = await liveRows(link.userId);
  const ids = new Set(accounts.map(({ id }) => id));
  return [
    ...rows
      .filter(({ accountId }) => ids.has(accountId))
      .map((row) =>
        [row.plaidTransactionId, row.amount, row.currency, row.postedDay, row.isPending, row.bankName].join(
          ' ',
        ),
      ),
    ...accounts
      .filter(({ closedAt }) => closedAt === null)
      .map(({ plaidAccountId, balance, currency }) => [plaidAccountId, balance ?? 0, currency].join(' ')),
  ];
}

export function liveRows(userId: UserId) {
  return asSystem((tx) =>
    tx
      .select()
      .from(transactions)
      .where(and(eq(transactions.userId, userId), isNull(transactions.removedAt))),
  );
}

export type Notice = Unexplained & { accountId: string; name: string };

/** What the person would be told of balances that their rows do not explain. */
export async function notices(userId: UserId): Promise<Notice[]> {
  const days = await listKnownDays(userId, day('2000-01-01'));
  return unexplainedAccounts(days).map(({ account: { accountId, name }, since, amount }) => ({
    accountId,
    name,
    since,
    amount,
  }));
}
