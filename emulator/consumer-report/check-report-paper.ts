/** A Consumer Report on paper: every account, balance and row that the JSON has, and add-ons after it (CRA-9). */
import type { BaseReport, BaseReportAccount, CraIncomeInsights, CraPartnerInsights, Owner } from 'plaid';
import { amountText, currencyIn, digitsText } from '../pdf/amount-text';
import type { PdfBlock, PdfDocument, PdfFact, PdfRow } from '../pdf/document';
import { incomeBlocks, partnerBlocks } from './add-on-paper';

/** Days of history that stand beside each other in one line. */
const ABREAST = 3;

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
            title: account.mask ? `${account.name} ··${account.mask}` : account.name,
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
        ['Kind', [account.type, account.subtype].filter(Boolean).join(' · ')],
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
    ...historyBlocks(account),
    ...rowBlocks(account),
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

function historyBlocks({ historical_balances = [] }: BaseReportAccount): PdfBlock[] {
  if (historical_balances.length === 0) return [];
  const cells = historical_balances.map((balance) => [
    balance.date,
    amountText(balance.current, currencyIn(balance)),
  ]);
  const rows: PdfRow[] = [];
  for (let first = 0; first < cells.length; first += ABREAST) {
    const line = cells.slice(first, first + ABREAST).flat();
    rows.push([...line, ...Array.from({ length: ABREAST * 2 - line.length }, () => '')]);
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

function rowBlocks({ transactions }: BaseReportAccount): PdfBlock[] {
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
        amountText(row.amount, currencyIn(row)),
      ]),
    },
  ];
}

function stated(label: string, value: string | null | undefined): PdfFact[] {
  return value ? [[label, value]] : [];
}
