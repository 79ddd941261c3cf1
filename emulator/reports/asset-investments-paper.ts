/** Holdings and trades of an Asset Report on paper. */
import type { AssetReportInvestments } from 'plaid';
import { amountText, digitsText } from '../pdf/amount-text';
import type { PdfBlock } from '../pdf/document';

export function holdingBlocks(investments: AssetReportInvestments | undefined): PdfBlock[] {
  if (!investments) return [];
  const { holdings = [], securities = [], transactions = [] } = investments;
  const names = new Map(securities.map(({ security_id, name }) => [security_id, name ?? '']));
  return [
    { kind: 'heading', title: 'Holdings' },
    {
      kind: 'table',
      columns: [
        { title: 'Security', share: 6 },
        { title: 'Quantity', share: 3, align: 'right' },
        { title: 'Price', share: 3, align: 'right' },
        { title: 'Cost', share: 3, align: 'right' },
        { title: 'Value', share: 3, align: 'right' },
      ],
      rows: holdings.map((holding) => [
        [names.get(holding.security_id), holding.ticker_symbol].filter(Boolean).join(' · '),
        digitsText(holding.quantity, 0),
        digitsText(holding.institution_price, 2),
        amountText(holding.cost_basis, null),
        amountText(holding.institution_value, holding.iso_currency_code ?? holding.unofficial_currency_code),
      ]),
    },
    { kind: 'heading', title: 'Investment transactions' },
    {
      kind: 'table',
      columns: [
        { title: 'Day', share: 3 },
        { title: 'Description', share: 8 },
        { title: 'Quantity', share: 3, align: 'right' },
        { title: 'Price', share: 3, align: 'right' },
        { title: 'Amount', share: 4, align: 'right' },
      ],
      rows: transactions.map((trade) => [
        trade.date,
        trade.name,
        digitsText(trade.quantity, 0),
        digitsText(trade.price, 2),
        amountText(trade.amount, trade.iso_currency_code ?? trade.unofficial_currency_code),
      ]),
    },
  ];
}
