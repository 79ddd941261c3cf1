/** The transactions of an Asset Report: as the bank wrote them, or with Plaid's reading of them (AST-7). */
import { type AssetReportTransaction, AssetReportTransactionType, type Transaction } from 'plaid';
import type { Day } from '@/lib/core/day';
import type { ItemDocument } from '../documents';
import type { LoginAccount } from '../login';
import { standingRows } from '../transactions/standing-rows';
import { rowAccountOf, transactionOnTheWire, transactionOptions } from '../transactions/transactions';
import type { World } from '../world';

/** Longer than any report, counted from the day of linking. */
const LONG_AGO = 731;

/** Rows of one account since a day, oldest first. */
export function assetRows(
  world: World,
  item: ItemDocument,
  account: LoginAccount,
  since: Day,
  withInsights: boolean,
): AssetReportTransaction[] {
  const options = transactionOptions(world, { include_original_description: true });
  const rowAccount = rowAccountOf(item, account);
  return standingRows(world, withWholeHistory(item))
    .filter(({ accountKey, row }) => accountKey === account.key && row.date >= since)
    .map((row) => transactionOnTheWire(item.itemId, rowAccount, row, options))
    .reverse()
    .map((row) => (withInsights ? { ...plain(row), ...insights(row) } : plain(row)));
}

/** A report asks the bank itself: neither the days of Transactions nor their first load limit it. */
export function withWholeHistory(item: ItemDocument): ItemDocument {
  const shares = item.shares.map((share) => ({
    ...share,
    initialAt: share.since,
    historicalAt: share.since,
  }));
  return { ...item, shares, daysRequested: LONG_AGO };
}

function plain(row: Transaction): AssetReportTransaction {
  return {
    account_id: row.account_id,
    amount: row.amount,
    date: row.date,
    iso_currency_code: row.iso_currency_code,
    original_description: row.original_description ?? null,
    pending: row.pending,
    transaction_id: row.transaction_id,
    unofficial_currency_code: row.unofficial_currency_code,
  };
}

function insights(row: Transaction): Partial<AssetReportTransaction> {
  const category = row.personal_finance_category;
  return {
    account_owner: row.account_owner,
    category: row.category ?? null,
    category_id: row.category_id ?? null,
    check_number: row.check_number ?? null,
    credit_category: category ? { primary: category.primary, detailed: category.detailed } : null,
    date_transacted: row.authorized_date,
    location: row.location,
    merchant_name: row.merchant_name ?? null,
    name: row.name,
    payment_meta: row.payment_meta,
    pending_transaction_id: row.pending_transaction_id,
    transaction_type: typeOf(row),
  };
}

function typeOf({ payment_channel, merchant_name }: Transaction): AssetReportTransactionType {
  const channel: string = payment_channel;
  if (channel === 'in store') return AssetReportTransactionType.Place;
  if (channel === 'online') return AssetReportTransactionType.Digital;
  return merchant_name ? AssetReportTransactionType.Special : AssetReportTransactionType.Unresolved;
}
