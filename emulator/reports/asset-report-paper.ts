/** An Asset Report on paper: every account, balance and row that the JSON has (AST-8). */
import type { AccountAssets, AssetReportGetResponse, AssetReportItem, AssetReportUser, Owner } from 'plaid';
import { amountText, digitsText } from '../pdf/amount-text';
import type { PdfBlock, PdfDocument, PdfFact, PdfRow } from '../pdf/document';
import type { Body } from '../request';
import { holdingBlocks } from './asset-investments-paper';

/** Days of history that stand beside each other in one line. */
const ABREAST = 3;

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
        nameOf(account),
        kindOf(account),
        money(account.balances.current, account.balances),
      ]),
    ),
  };
}

function itemBlocks(item: AssetReportItem): PdfBlock[] {
  return item.accounts.flatMap((account, index): PdfBlock[] => [
    {
      kind: 'section',
      title: nameOf(account),
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
        ['Kind', kindOf(account)],
        ['Current balance', money(account.balances.current, account.balances)],
        ['Available balance', money(account.balances.available, account.balances)],
        ['Limit', money(account.balances.limit, account.balances)],
        ['Days of history', digitsText(account.days_available, 0)],
        ...stated('Ownership', account.ownership_type),
        ...account.owners.flatMap(ownerFacts),
      ],
    },
    ...holdingBlocks(account.investments),
    ...historyBlocks(account),
    ...rowBlocks(account),
  ];
}

function ownerFacts({ names, emails, phone_numbers, addresses }: Owner): PdfFact[] {
  return [
    ['Owner', names.join(', ')],
    ...stated('Emails', emails.map(({ data }) => data).join(', ')),
    ...stated('Phones', phone_numbers.map(({ data }) => data).join(', ')),
    ...addresses.map(({ data }): PdfFact => {
      const { street, city, region, postal_code, country } = data;
      return ['Address', [street, city, region, postal_code, country].filter(Boolean).join(', ')];
    }),
  ];
}

function historyBlocks({ historical_balances }: AccountAssets): PdfBlock[] {
  if (historical_balances.length === 0) return [];
  const cells = historical_balances.map((balance) => [balance.date, money(balance.current, balance)]);
  const rows: PdfRow[] = [];
  for (let first = 0; first < cells.length; first += ABREAST) {
    rows.push(cells.slice(first, first + ABREAST).flat());
  }
  const pair = [
    { title: 'Day', share: 3 },
    { title: 'Balance', share: 4, align: 'right' as const },
  ];
  return [
    { kind: 'heading', title: 'Balance at the end of each day' },
    { kind: 'table', columns: [...pair, ...pair, ...pair], rows },
  ];
}

function rowBlocks({ transactions }: AccountAssets): PdfBlock[] {
  if (transactions.length === 0) return [];
  return [
    { kind: 'heading', title: 'Transactions' },
    { kind: 'text', text: 'A positive amount left the account, a negative one came in.' },
    {
      kind: 'table',
      columns: [
        { title: 'Day', share: 3 },
        { title: 'Description', share: 10 },
        { title: 'State', share: 2.5 },
        { title: 'Amount', share: 4, align: 'right' },
      ],
      rows: transactions.map((row) => [
        row.date,
        row.original_description ?? '',
        row.pending ? 'Pending' : 'Posted',
        money(row.amount, row),
      ]),
    },
  ];
}

function nameOf({ name, mask }: AccountAssets): string {
  return mask ? `${name} ··${mask}` : name;
}

function kindOf({ type, subtype }: AccountAssets): string {
  return [type, subtype].filter(Boolean).join(' · ');
}

function stated(label: string, value: string | null | undefined): PdfFact[] {
  return value ? [[label, value]] : [];
}

function money(
  amount: number | null,
  {
    iso_currency_code,
    unofficial_currency_code,
  }: { iso_currency_code: string | null; unofficial_currency_code: string | null },
): string {
  return amountText(amount, iso_currency_code ?? unofficial_currency_code);
}
