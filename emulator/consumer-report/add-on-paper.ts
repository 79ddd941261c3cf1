/** Income and partner insights on paper, after the report that they go with. */
import type { CraIncomeInsights, CraIncomeStream, CraPartnerInsights } from 'plaid';
import { amountText, currencyIn } from '../pdf/amount-text';
import type { PdfBlock, PdfFact } from '../pdf/document';

export function incomeBlocks({ income_streams, bank_income_summary }: CraIncomeInsights): PdfBlock[] {
  const totals = bank_income_summary?.total_amounts ?? [];
  return [
    { kind: 'section', title: 'Income Insights', onNewPage: true },
    {
      kind: 'facts',
      facts: [
        ['Sources', String(income_streams.length)],
        ...totals.map((total): PdfFact => ['Total income', amountText(total.amount, currencyIn(total))]),
      ],
    },
    ...income_streams.flatMap(streamBlocks),
  ];
}

export function partnerBlocks({ prism }: CraPartnerInsights): PdfBlock[] {
  const attributes = Object.entries(prism?.insights?.result ?? {});
  return [
    { kind: 'section', title: 'Partner Insights', onNewPage: true },
    {
      kind: 'facts',
      facts: [
        ['CashScore', String(prism?.cash_score?.score ?? '')],
        ['FirstDetect', String(prism?.first_detect?.score ?? '')],
        ['Reasons', prism?.cash_score?.reason_codes?.join(', ') ?? ''],
        ...attributes.map(([name, value]): PdfFact => [name, String(value)]),
      ],
    },
  ];
}

function streamBlocks({
  description,
  insights,
  income_metrics,
  transactions,
  start_date,
  end_date,
}: CraIncomeStream): PdfBlock[] {
  const { net_income } = income_metrics.current?.monthly ?? { net_income: null };
  return [
    { kind: 'heading', title: description },
    {
      kind: 'facts',
      facts: [
        ['Category', `${insights.income_category.primary} · ${insights.income_category.secondary}`],
        ['Comes', `${insights.pay_frequency}, ${insights.status}, ${start_date} to ${end_date}`],
        ['Net a month', amountText(net_income, currencyIn(income_metrics))],
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: 'Day', share: 3 },
        { title: 'Description', share: 10 },
        { title: 'Amount', share: 4, align: 'right' },
      ],
      rows: transactions.map((row) => [
        row.date,
        row.original_description,
        amountText(row.amount, currencyIn(row)),
      ]),
    },
  ];
}
