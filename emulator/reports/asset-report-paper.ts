/** An Asset Report on paper: every account, balance and row that the JSON has (AST-8). */
import type { AccountAssets, AssetReportGetResponse, AssetReportItem, AssetReportUser } from 'plaid';
import { amountText, currencyIn, digitsText } from '../pdf/amount-text';
import type { PdfBlock, PdfDocument, PdfFact } from '../pdf/document';
import type { Body } from '../request';
import {
  accountKind,
  accountTitle,
  historyBlocks,
  ownerFacts,
  stated,
  transactionBlocks,
} from './account-on-paper';
import { holdingBlocks } from './asset-investments-paper';

/** The report in words. */
export function assetReportPaper({ report, warnings }: Body<AssetReportGetResponse>): PdfDocument {
  const made = report.date_generated.slice(0, 10);
  return {
    title: 'Asset Report',
    subtitle: `Generated on ${made}, with ${report.days_requested} days of history requested`,
    createdAt: Date.parse(report.date_generated),
    blocks: [
      {
        kind: 'facts',
        facts: [
          ['Report', report.asset_report_id],
          ...stated('Client report', report.client_report_id),
          ['Generated at', report.date_generated],
          ...userFacts(report.user),
          ...warnings.map(
            ({ warning_code, cause }): PdfFact => [
              'Warning',
              [warning_code, cause?.error_code, cause?.item_id].filter(Boolean).join(' · '),
            ],
          ),
        ],
      },
      { kind: 'section', title: 'Summary' },
      summaryOf(report.items),
      ...report.items.flatMap(itemBlocks),
    ],
  };
}

function userFacts(user: AssetReportUser): PdfFact[] {
  const name = [user.first_name, user.middle_name, user.last_name].filter(Boolean).join(' ');
  return [
    ...stated('Name', name),
    ...stated('Client user', user.client_user_id),
    ...stated('Social Security number', user.ssn),
    ...stated('Phone', user.phone_number),
    ...stated('Email', user.email),
  ];
}

function summaryOf(items: readonly AssetReportItem[]): PdfBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'Institution', share: 4 },
      { title: 'Account', share: 4 },
      { title: 'Kind', share: 3 },
      { title: 'Current balance', share: 3, align: 'right' },
    ],
    rows: items.flatMap(({ institution_name, accounts }) =>
      accounts.map((account) => [
        institution_name,
        accountTitle(account),
        accountKind(account),
        balanceText(account, 'current'),
      ]),
    ),
  };
}

function itemBlocks(item: AssetReportItem): PdfBlock[] {
  return item.accounts.flatMap((account, index): PdfBlock[] => [
    {
      kind: 'section',
      title: accountTitle(account),
      note: `${item.institution_name} (${item.institution_id}) · Item ${item.item_id} · last updated ${item.date_last_updated}`,
      onNewPage: index === 0,
    },
    ...accountBlocks(account),
  ]);
}

function accountBlocks(account: AccountAssets): PdfBlock[] {
  return [
    {
      kind: 'facts',
      facts: [
        ['Account', account.account_id],
        ...stated('Official name', account.official_name),
        ['Kind', accountKind(account)],
        ['Current balance', balanceText(account, 'current')],
        ['Available balance', balanceText(account, 'available')],
        ['Limit', balanceText(account, 'limit')],
        ['Days of history', digitsText(account.days_available, 0)],
        ...stated('Ownership', account.ownership_type),
        ...account.owners.flatMap(ownerFacts),
      ],
    },
    ...holdingBlocks(account.investments),
    ...historyBlocks(account.historical_balances),
    ...transactionBlocks(account.transactions),
  ];
}

function balanceText({ balances }: AccountAssets, which: 'current' | 'available' | 'limit'): string {
  return amountText(balances[which], currencyIn(balances));
}
