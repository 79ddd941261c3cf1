/** What a report says of one account on paper, the same in an Asset Report and in a Consumer Report. */
import type { BaseReportAccount, HistoricalBalance, Owner } from 'plaid';
import { amountText, currencyIn } from '../pdf/amount-text';
import type { PdfBlock, PdfFact, PdfRow } from '../pdf/document';

type Named = { readonly name: string; readonly mask: string | null };
type Kind = { readonly type: string; readonly subtype: string | null };
type Row = Pick<
  BaseReportAccount['transactions'][number],
  'date' | 'original_description' | 'pending' | 'amount' | 'iso_currency_code' | 'unofficial_currency_code'
>;

/** Days of history that stand beside each other in one line. */
const ABREAST = 3;

/** The name of an account with the digits that tell it from others: `Plaid Checking ··0000`. */
export function accountTitle({ name, mask }: Named): string {
  return mask ? `${name} ··${mask}` : name;
}

/** `depository · checking` */
export function accountKind({ type, subtype }: Kind): string {
  return [type, subtype].filter(Boolean).join(' · ');
}

/** A line for a fact that is known, none for one that is not. */
export function stated(label: string, value: string | null | undefined): PdfFact[] {
  return value ? [[label, value]] : [];
}

/** Names of an owner, and every way to reach them. */
export function ownerFacts({ names, emails, phone_numbers, addresses }: Owner): PdfFact[] {
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

/** The balance of every day, several days to a line. */
export function historyBlocks(balances: readonly HistoricalBalance[]): PdfBlock[] {
  if (balances.length === 0) return [];
  const cells = balances.map((balance) => [balance.date, amountText(balance.current, currencyIn(balance))]);
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

/** Every row of the account, with Plaid's sign. */
export function transactionBlocks(transactions: readonly Row[]): PdfBlock[] {
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
