/** The Base Report on the wire: accounts, rows, balances and counts, all from the same rows (CRA-9). */
import {
  type BaseReport,
  type BaseReportAccount,
  type BaseReportAccountBalances,
  type BaseReportTransaction,
  type BaseReportUserAttributes,
  OwnershipType,
} from 'plaid';
import { accountOnTheWire, currencyOf } from '../accounts/accounts';
import { timestamp } from '../clock';
import type { CheckReportDocument, ItemDocument } from '../documents';
import { transactionIdOf } from '../ids';
import { findInstitution } from '../institutions/institutions';
import type { LogRow } from '../transactions/change-log';
import { rowAccountOf, transactionOnTheWire, transactionOptions } from '../transactions/transactions';
import { type World, worldAt } from '../world';
import {
  averageBalance,
  balancesByDay,
  bookedRows,
  coveredBy,
  type DayBalance,
  daysAvailable,
  rowsByMonth,
} from './account-figures';
import { accountInsights } from './account-insights';
import { accountAttributes, attributesOf, primaryScores } from './attributes';
import { spanOf } from './check-report';
import type { Period } from './figures';
import { type AccountHistory, checkAccountId, historiesOf } from './history';

export function baseReport(
  world: World,
  report: CheckReportDocument,
  items: readonly ItemDocument[],
): BaseReport {
  const then = worldAt(world, report.readyAt);
  const byItem = items.map((item) => ({ item, histories: historiesOf(world, item, spanOf(report)) }));
  const all = byItem.flatMap(({ histories }) => histories);
  const scores = primaryScores(all);
  return {
    report_id: report.reportId,
    date_generated: timestamp(report.readyAt),
    days_requested: report.daysRequested,
    client_report_id: report.clientReportId,
    items: byItem.map(({ item, histories }) => ({
      institution_id: item.institutionId,
      institution_name: findInstitution(item.institutionId)?.name ?? item.institutionId,
      item_id: item.itemId,
      date_last_updated: timestamp(report.readyAt),
      accounts: histories.map((history) => ({
        ...accountOf(then, history),
        attributes: accountAttributes(history, scores),
      })),
    })),
    attributes: userAttributes(all),
  };
}

function accountOf(then: World, history: AccountHistory): BaseReportAccount {
  const { item, account } = history;
  const wire = accountOnTheWire(then, item, account);
  const balances = balancesByDay(history);
  const covered = coveredBy(history);
  return {
    account_id: checkAccountId(item.itemId, account.key),
    name: wire.name,
    official_name: wire.official_name,
    mask: wire.mask,
    type: wire.type,
    subtype: wire.subtype,
    balances: { ...balanceOf(then, wire.balances), ...averagesOf(history, balances) },
    consumer_disputes: [],
    metadata: { start_date: covered.start, end_date: covered.end },
    days_available: daysAvailable(history),
    transactions: history.rows.map((row) => transactionOf(then, history, row)).reverse(),
    owners: [...account.owners],
    ownership_type: ownership(account.owners),
    historical_balances: balances.map((balance) => ({ ...balance, ...currencyOf(account) })),
    account_insights: accountInsights(history),
  };
}

function balanceOf(then: World, balances: Omit<BaseReportAccountBalances, 'last_updated_datetime'>) {
  const { available, current, limit, iso_currency_code, unofficial_currency_code } = balances;
  const asOf = timestamp(then.now);
  return {
    available,
    current,
    limit,
    iso_currency_code,
    unofficial_currency_code,
    last_updated_datetime: asOf,
  };
}

function averagesOf(history: AccountHistory, balances: readonly DayBalance[]) {
  const currency = currencyOf(history.account);
  const lastMonth = balances.slice(0, 30);
  return {
    average_balance: averageBalance(balances),
    average_monthly_balances: balances.length === 0 ? [] : monthly(history, balances, currency),
    most_recent_thirty_day_average_balance: averageBalance(lastMonth),
  };
}

function monthly(
  history: AccountHistory,
  balances: readonly DayBalance[],
  currency: ReturnType<typeof currencyOf>,
) {
  return rowsByMonth(history).map(({ period }: { period: Period }) => ({
    start_date: period.start,
    end_date: period.end,
    average_balance: { amount: averageBalance(balances, period) ?? 0, ...currency },
  }));
}

function transactionOf(
  then: World,
  { item, account }: AccountHistory,
  logRow: LogRow,
): BaseReportTransaction {
  const options = transactionOptions(then, { include_original_description: true });
  const wire = transactionOnTheWire(item.itemId, rowAccountOf(item, account), logRow, options);
  const category = wire.personal_finance_category ?? null;
  return {
    account_id: checkAccountId(item.itemId, account.key),
    account_owner: null,
    amount: wire.amount,
    check_number: wire.check_number ?? null,
    credit_category: category && { primary: category.primary, detailed: category.detailed },
    date: wire.date,
    date_transacted: wire.authorized_date,
    iso_currency_code: wire.iso_currency_code,
    location: wire.location,
    merchant_name: wire.merchant_name ?? null,
    name: wire.name,
    original_description: wire.original_description ?? null,
    pending: wire.pending,
    transaction_id: transactionIdOf(item.itemId, logRow.rowKey),
    unofficial_currency_code: wire.unofficial_currency_code,
  };
}

function ownership(owners: AccountHistory['account']['owners']): OwnershipType | null {
  const names = owners.flatMap((owner) => owner.names);
  if (names.length === 0) return null;
  return names.length > 1 ? OwnershipType.Joint : OwnershipType.Individual;
}

/** Money of a person is what moves through their bank accounts; cards and loans would count it twice. */
function userAttributes(histories: readonly AccountHistory[]): BaseReportUserAttributes {
  const banks = histories.filter(({ account }) => account.type === 'depository');
  const [first] = banks;
  if (!first) return {};
  return attributesOf(banks.flatMap(bookedRows), first);
}
