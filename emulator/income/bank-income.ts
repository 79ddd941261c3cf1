/** A Bank Income report on the wire: sources, months and totals, all from the same rows (INC-1). */
import type {
  CreditBankIncome,
  CreditBankIncomeAccount,
  CreditBankIncomeCategory,
  CreditBankIncomeHistoricalSummary,
  CreditBankIncomeItem,
  CreditBankIncomePayFrequency,
  CreditBankIncomeSource,
  CreditBankIncomeSummary,
  CreditBankIncomeTransaction,
  DepositoryAccountSubtype,
} from 'plaid';
import { currencyOf } from '../accounts/accounts';
import { timestamp } from '../clock';
import { historiesOf } from '../consumer-report/history';
import type { BankIncomeDocument, ItemDocument } from '../documents';
import { accountIdOf, transactionIdOf, uuidFrom } from '../ids';
import { findInstitution } from '../institutions/institutions';
import type { LoginAccount } from '../login';
import type { World } from '../world';
import { type IncomeSource, incomeSources } from './income-sources';
import { incomeByMonth, rowsOf, type SourceRow, totalsOf } from './monthly';

export async function bankIncome(world: World, report: BankIncomeDocument): Promise<CreditBankIncome> {
  const found = await Promise.all(report.itemIds.map((itemId) => world.store.find('items', itemId)));
  const byItem = found
    .filter((item) => item !== undefined)
    .map((item) => ({ item, sources: sourcesOf(world, item, report) }));
  return {
    bank_income_id: report.bankIncomeId,
    generated_time: timestamp(report.at),
    days_requested: report.daysRequested,
    items: byItem.map(({ item, sources }) => itemOf(item, sources, report)),
    bank_income_summary: summaryOf(byItem.flatMap(({ sources }) => sources)),
    warnings: [],
  };
}

function sourcesOf(world: World, item: ItemDocument, { at, daysRequested }: BankIncomeDocument) {
  return historiesOf(world, item, { at, days: daysRequested }).flatMap(incomeSources);
}

function itemOf(
  item: ItemDocument,
  sources: readonly IncomeSource[],
  { at, bankIncomeId }: BankIncomeDocument,
): CreditBankIncomeItem {
  const accounts = new Map(sources.map(({ history }) => [history.account.key, history.account]));
  return {
    bank_income_accounts: [...accounts.values()].map((account) => accountOf(item, account)),
    bank_income_sources: sources.map((source) => sourceOf(item, source, bankIncomeId)),
    last_updated_time: timestamp(at),
    institution_id: item.institutionId,
    institution_name: findInstitution(item.institutionId)?.name ?? item.institutionId,
    item_id: item.itemId,
  };
}

function accountOf({ itemId }: ItemDocument, account: LoginAccount): CreditBankIncomeAccount {
  return {
    account_id: accountIdOf(itemId, account.key),
    mask: account.mask,
    name: account.name,
    official_name: account.officialName,
    // Income comes to depository accounts alone, whose subtypes and type the client names in enums.
    subtype: account.subtype as DepositoryAccountSubtype,
    type: account.type as CreditBankIncomeAccount['type'],
    owners: [...account.owners],
  };
}

function sourceOf(
  { itemId }: ItemDocument,
  source: IncomeSource,
  bankIncomeId: string,
): CreditBankIncomeSource {
  const { history, description, kind, rows } = source;
  return {
    account_id: accountIdOf(itemId, history.account.key),
    income_source_id: uuidFrom(bankIncomeId, itemId, history.account.key, kind, description),
    income_description: description,
    // The client's enums have the same words.
    income_category: kind as CreditBankIncomeCategory,
    start_date: source.first,
    end_date: source.last,
    pay_frequency: source.frequency as CreditBankIncomePayFrequency,
    total_amount: source.total,
    transaction_count: rows.length,
    historical_summary: monthsOfSources([source]),
  };
}

function summaryOf(sources: readonly IncomeSource[]): CreditBankIncomeSummary {
  const rows = rowsOf(sources);
  const first = rows[0]?.row.row.date;
  const last = rows.at(-1)?.row.row.date;
  return {
    ...totalOf(rows),
    ...(first && { start_date: first }),
    ...(last && { end_date: last }),
    income_sources_count: sources.length,
    income_categories_count: new Set(sources.map(({ kind }) => kind)).size,
    income_transactions_count: rows.length,
    historical_summary: monthsOfSources(sources),
  };
}

function monthsOfSources(sources: readonly IncomeSource[]): CreditBankIncomeHistoricalSummary[] {
  return incomeByMonth(sources).map(({ period, rows }) => ({
    ...totalOf(rows),
    start_date: period.start,
    end_date: period.end,
    transactions: rows.map(transactionOf),
  }));
}

/** The older single amount is right as long as there is one currency. */
function totalOf(rows: readonly SourceRow[]) {
  const totals = totalsOf(rows);
  return {
    total_amount: totals[0]?.amount ?? 0,
    iso_currency_code: totals[0]?.iso_currency_code ?? null,
    unofficial_currency_code: totals[0]?.unofficial_currency_code ?? null,
    total_amounts: totals,
  };
}

function transactionOf({ source, row }: SourceRow): CreditBankIncomeTransaction {
  return {
    amount: row.row.amount,
    date: row.row.date,
    name: row.row.name,
    original_description: row.row.originalDescription,
    pending: row.pending,
    transaction_id: transactionIdOf(source.history.item.itemId, row.rowKey),
    check_number: row.row.checkNumber,
    ...currencyOf(source.history.account),
  };
}
