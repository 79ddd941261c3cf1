/** A Consumer Report on paper: every account, balance and row that the JSON has, and add-ons after it (CRA-9). */
import type { BaseReport, BaseReportAccount, CraIncomeInsights, CraPartnerInsights } from 'plaid';
import { amountText, currencyIn, digitsText } from '../pdf/amount-text';
import type { PdfBlock, PdfDocument, PdfFact } from '../pdf/document';
import {
  accountKind,
  accountTitle,
  historyBlocks,
  ownerFacts,
  stated,
  transactionBlocks,
} from '../reports/account-on-paper';
import { incomeBlocks, partnerBlocks } from './add-on-paper';

/** The report in words, with the add-ons that were asked for. */
export function checkReportPaper(
  report: BaseReport,
  addOns: { readonly income: CraIncomeInsights | null; readonly partner: CraPartnerInsights | null },
): PdfDocument {
  return {
    title: 'Consumer Report',
    subtitle: `Generated on ${report.date_generated.slice(0, 10)}, with ${report.days_requested} days of history requested`,
    createdAt: Date.parse(report.date_generated),
    blocks: [
      {
        kind: 'facts',
        facts: [
          ['Report', report.report_id],
          ['Generated at', report.date_generated],
          ...stated('Client report', report.client_report_id),
          ...attributeFacts(report.attributes),
        ],
      },
      ...report.items.flatMap(({ institution_name, institution_id, item_id, accounts }) =>
        accounts.flatMap((account, index): PdfBlock[] => [
          {
            kind: 'section',
            title: accountTitle(account),
            note: `${institution_name} (${institution_id}) · Item ${item_id}`,
            onNewPage: index === 0,
          },
          ...accountBlocks(account),
        ]),
      ),
      ...(addOns.income ? incomeBlocks(addOns.income) : []),
      ...(addOns.partner ? partnerBlocks(addOns.partner) : []),
    ],
  };
}

function accountBlocks(account: BaseReportAccount): PdfBlock[] {
  const { balances } = account;
  const money = (amount: number | null | undefined) => amountText(amount ?? null, currencyIn(balances));
  return [
    {
      kind: 'facts',
      facts: [
        ['Account', account.account_id],
        ...stated('Official name', account.official_name),
        ['Kind', accountKind(account)],
        ['Current balance', money(balances.current)],
        ['Available balance', money(balances.available)],
        ['Limit', money(balances.limit)],
        ['Average balance', money(balances.average_balance)],
        ['Average of 30 days', money(balances.most_recent_thirty_day_average_balance)],
        ['Days of history', digitsText(account.days_available, 0)],
        ...stated('Ownership', account.ownership_type),
        ...account.owners.flatMap(ownerFacts),
        ...attributeFacts(account.attributes),
      ],
    },
    ...historyBlocks(account.historical_balances ?? []),
    ...transactionBlocks(account.transactions),
  ];
}

function attributeFacts(attributes: BaseReport['attributes'] | BaseReportAccount['attributes']): PdfFact[] {
  if (!attributes) return [];
  const { total_inflow_amount: inflow, total_outflow_amount: outflow } = attributes;
  return [
    ['Overdraft and NSF fees', digitsText(attributes.nsf_overdraft_transactions_count ?? 0, 0)],
    ...(inflow ? [['Money in', amountText(inflow.amount, currencyIn(inflow))] as const] : []),
    ...(outflow ? [['Money out', amountText(outflow.amount, currencyIn(outflow))] as const] : []),
  ];
}
