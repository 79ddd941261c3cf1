import 'server-only';
import Big from 'big.js';
import { sql } from 'drizzle-orm';
import type { UserId } from '@/lib/core/id';
import type { Day } from '@/lib/core/day';
import { decimal } from '@/lib/core/money';
import type { Tx } from '../../client';
import type { holdings, investmentTransactions, securities, Tally } from '../../schema';
import { replayBalances } from './balances';
import { IS_NEW, oneOf, tallyOf, upsertRows } from './bulk';
import { type Lease, underLease } from './jobs';
import { deleteOthers, type Window, withAccounts } from './products';

export type SecurityRow = Omit<typeof securities.$inferSelect, 'userId' | 'id'>;

type OfSecurity = { plaidAccountId: string; plaidSecurityId: string };
export type HoldingRow = Omit<typeof holdings.$inferSelect, 'userId' | 'accountId' | 'securityId'> &
  OfSecurity;

type OfMovement = { plaidAccountId: string; plaidSecurityId: string | null };
export type InvestmentTransactionRow = Omit<
  typeof investmentTransactions.$inferSelect,
  'userId' | 'id' | 'accountId' | 'securityId'
> &
  OfMovement;

const SECURITY = {
  plaid_security_id: 'text',
  name: 'text',
  ticker: 'text',
  type: 'text',
  subtype: 'text',
  sector: 'text',
  is_cash_equivalent: 'boolean',
  close_price: 'numeric',
  close_price_day: 'date',
  currency: 'text',
  details: 'jsonb',
};

const HOLDING = {
  account_id: 'uuid',
  security_id: 'uuid',
  quantity: 'numeric',
  price: 'numeric',
  price_day: 'date',
  value: 'bigint',
  cost_basis: 'bigint',
  currency: 'text',
};

const MOVEMENT = {
  account_id: 'uuid',
  security_id: 'uuid',
  plaid_investment_transaction_id: 'text',
  day: 'date',
  name: 'text',
  type: 'text',
  subtype: 'text',
  quantity: 'numeric',
  price: 'numeric',
  amount: 'bigint',
  fees: 'bigint',
  currency: 'text',
};

/** Positions are replaced whole: a security's id may change after a corporate action (INV-7). */
export function saveHoldings(
  lease: Lease,
  held: HoldingRow[],
  known: SecurityRow[],
  today: Day,
): Promise<Tally> {
  return underLease(lease, async (tx) => {
    const ids = await saveSecurities(tx, lease.userId, known);
    const rows = (await withAccounts(tx, lease, held)).flatMap((row) => {
      const securityId = ids.get(row.plaidSecurityId);
      return securityId ? [{ ...row, securityId }] : [];
    });
    // One account may name a security twice (tax lots); the table keeps one position of it.
    const positions = mergeLots(rows);
    const written = await upsertRows(tx, lease.userId, {
      table: 'holdings',
      key: ['account_id', 'security_id'],
      columns: HOLDING,
      rows: positions,
      returning: IS_NEW,
    });
    const named = positions.map(({ accountId, securityId }) => `${accountId} ${securityId}`);
    const isNamed = sql`(t.account_id || ' ' || t.security_id) in ${oneOf(named)}`;
    const gone = await deleteOthers(tx, lease, 'holdings', isNamed);
    await saveTodaysHoldings(tx, lease, today);
    return tallyOf(written, gone);
  });
}

/** What is held today, as it was just read; what was sold since this morning is not held today. */
async function saveTodaysHoldings(tx: Tx, { userId, itemId }: Lease, today: Day): Promise<void> {
  await tx.execute(sql`
    with held as (
      select h.account_id, h.security_id, h.quantity, h.value, h.cost_basis, h.currency
      from holdings h join accounts a on a.user_id = h.user_id and a.id = h.account_id
      where a.user_id = ${userId}::uuid and a.item_id = ${itemId}::uuid and a.closed_at is null
    ), sold as (
      delete from holding_days d using accounts a
      where d.user_id = ${userId}::uuid and d.day = ${today}::date and a.user_id = d.user_id and a.id = d.account_id
        and a.item_id = ${itemId}::uuid and a.closed_at is null
        and (d.account_id, d.security_id) not in (select account_id, security_id from held)
    )
    insert into holding_days as d (user_id, account_id, security_id, day, quantity, value, cost_basis, currency)
    select ${userId}::uuid, account_id, security_id, ${today}::date, quantity, value, cost_basis, currency from held
    on conflict (user_id, account_id, security_id, day) do update set
      quantity = excluded.quantity, value = excluded.value, cost_basis = excluded.cost_basis, currency = excluded.currency
    where (d.quantity, d.value, d.cost_basis, d.currency)
      is distinct from (excluded.quantity, excluded.value, excluded.cost_basis, excluded.currency)`);
}

/** The window is replaced as a whole: what the bank no longer lists in it is gone (INV-8). */
export function saveInvestmentTransactions(
  lease: Lease,
  window: Window,
  moved: InvestmentTransactionRow[],
  known: SecurityRow[],
  today: Day,
): Promise<Tally> {
  return underLease(lease, async (tx) => {
    const ids = await saveSecurities(tx, lease.userId, known);
    const rows = (await withAccounts(tx, lease, moved)).map((row) => ({
      ...row,
      securityId: ids.get(row.plaidSecurityId ?? '') ?? null,
    }));
    const written: Record<string, unknown>[] = [];
    for (let from = 0; from < rows.length; from += 5000) {
      const slice = await upsertRows(tx, lease.userId, {
        table: 'investment_transactions',
        key: ['plaid_investment_transaction_id'],
        columns: MOVEMENT,
        rows: rows.slice(from, from + 5000),
        returning: IS_NEW,
      });
      written.push(...slice);
    }
    const gone = await tx.execute(sql`
      delete from investment_transactions t using accounts a
      where t.user_id = ${lease.userId}::uuid and a.user_id = t.user_id and a.id = t.account_id
        and a.item_id = ${lease.itemId}::uuid and a.closed_at is null
        and t.day between ${window.first}::date and ${window.last}::date
        and t.plaid_investment_transaction_id not in ${oneOf(rows.map((row) => row.plaidInvestmentTransactionId))}
      returning 1`);
    await replayBalances(tx, lease, today, ['investment']);
    return tallyOf(written, gone.length);
  });
}

async function saveSecurities(tx: Tx, userId: UserId, known: SecurityRow[]): Promise<Map<string, string>> {
  const rows = [...new Map(known.map((row) => [row.plaidSecurityId, row])).values()];
  await upsertRows(tx, userId, { table: 'securities', key: ['plaid_security_id'], columns: SECURITY, rows });
  const found = await tx.execute(sql`
    select id, plaid_security_id from securities
    where user_id = ${userId}::uuid and plaid_security_id in ${oneOf(rows.map((row) => row.plaidSecurityId))}`);
  return new Map([...found].map((row) => [String(row['plaid_security_id']), String(row['id'])]));
}

type Position = HoldingRow & { accountId: string; securityId: string };

function mergeLots(rows: Position[]): Position[] {
  const byKey = new Map<string, Position[]>();
  for (const row of rows) {
    const key = `${row.accountId} ${row.securityId}`;
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return [...byKey.values()].flatMap((lots) => {
    const [first] = lots;
    return first && lots.length > 1 ? [sumLots(first, lots)] : lots;
  });
}

function sumLots(first: Position, lots: Position[]): Position {
  const costs = lots.map((lot) => lot.costBasis);
  return {
    ...first,
    quantity: decimal(lots.reduce((sum, lot) => sum.plus(lot.quantity), new Big(0)).toFixed()),
    value: lots.reduce((sum, lot) => sum + lot.value, 0),
    costBasis: costs.every((cost) => cost !== null) ? costs.reduce((sum, cost) => sum + cost, 0) : null,
  };
}
