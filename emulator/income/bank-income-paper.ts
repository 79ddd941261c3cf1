/** A Bank Income report on paper: every source and row that the JSON has. */
import type { CreditBankIncome, CreditBankIncomeSource } from 'plaid';
import { amountText, currencyIn } from '../pdf/amount-text';
import type { PdfBlock, PdfDocument, PdfFact } from '../pdf/document';

export function bankIncomePaper(report: CreditBankIncome): PdfDocument {
  const { generated_time: made = '', bank_income_summary: summary } = report;
  return {
    title: 'Bank Income',
    subtitle: `Generated on ${made.slice(0, 10)}, with ${report.days_requested} days of history requested`,
    createdAt: Date.parse(made),
    blocks: [
      {
        kind: 'facts',
        facts: [
          ['Report', report.bank_income_id ?? ''],
          ['Sources', String(summary?.income_sources_count ?? 0)],
          ...(summary?.total_amounts ?? []).map(
            (total): PdfFact => ['Total income', amountText(total.amount, currencyIn(total))],
          ),
        ],
      },
      ...(report.items ?? []).flatMap((item): PdfBlock[] => [
        { kind: 'section', title: item.institution_name ?? '', note: `Item ${item.item_id}` },
        ...(item.bank_income_accounts ?? []).map(
          (account): PdfBlock => ({
            kind: 'facts',
            facts: [
              ['Account', `${account.name} ··${account.mask} (${account.account_id})`],
              ['Owner', account.owners.flatMap(({ names }) => names).join(', ')],
            ],
          }),
        ),
        ...(item.bank_income_sources ?? []).flatMap(sourceBlocks),
      ]),
    ],
  };
}

function sourceBlocks(source: CreditBankIncomeSource): PdfBlock[] {
  const rows = (source.historical_summary ?? []).flatMap(({ transactions }) => transactions ?? []);
  const [first] = rows;
  return [
    { kind: 'heading', title: source.income_description ?? '' },
    {
      kind: 'facts',
      facts: [
        ['Category', source.income_category ?? ''],
        ['Comes', `${source.pay_frequency}, ${source.start_date} to ${source.end_date}`],
        ['Total', amountText(source.total_amount ?? null, first ? currencyIn(first) : null)],
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: 'Day', share: 3 },
        { title: 'Description', share: 10 },
        { title: 'Amount', share: 4, align: 'right' },
      ],
      rows: rows.map((row) => [
        row.date ?? '',
        row.original_description ?? '',
        amountText(row.amount ?? null, currencyIn(row)),
      ]),
    },
  ];
}
