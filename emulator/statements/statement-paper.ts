/** A statement on paper: opening balance, lines, closing balance. */
import { addDays } from '@/lib/core/day';
import { startOf } from '../clock';
import type { ItemDocument } from '../documents';
import { findInstitution } from '../institutions/institutions';
import type { LoginAccount } from '../login';
import { amountText } from '../pdf/amount-text';
import type { PdfDocument, PdfFact } from '../pdf/document';
import { accountTitle } from '../reports/account-on-paper';
import { balanceHistory } from '../reports/balance-history';
import type { World } from '../world';
import { type StatementLine, statementLines } from './lines';
import type { StatementPeriod } from './periods';

export function statementPaper(
  world: World,
  item: ItemDocument,
  account: LoginAccount,
  period: StatementPeriod,
): PdfDocument {
  const { first, last, postedOn } = period;
  const balanceOn = balanceHistory(world, item, account);
  const opening = balanceOn(addDays(first, -1));
  const lines = statementLines(world, item, account, period);
  const money = (amount: number | null) => amountText(amount, account.currency);
  return {
    title: `${findInstitution(item.institutionId)?.name ?? item.institutionId}: statement`,
    subtitle: `${accountTitle(account)}, ${first} to ${last}`,
    createdAt: startOf(postedOn),
    blocks: [
      {
        kind: 'facts',
        facts: [
          ...holderFacts(account),
          ['Account', account.officialName ?? account.name],
          ['Number', `ends in ${account.mask ?? '–'}`],
          ['Period', `${first} to ${last}`],
          ['Statement date', postedOn],
        ],
      },
      { kind: 'section', title: 'Summary' },
      {
        kind: 'facts',
        facts: [
          ['Opening balance', money(opening)],
          [account.type === 'credit' ? 'Charges' : 'Deposits', money(total(lines, 1))],
          [account.type === 'credit' ? 'Payments and credits' : 'Withdrawals', money(total(lines, -1))],
          ['Closing balance', money(balanceOn(last))],
        ],
      },
      { kind: 'section', title: 'Activity' },
      {
        kind: 'table',
        columns: [
          { title: 'Day', share: 3 },
          { title: 'Description', share: 9 },
          { title: 'Amount', share: 4, align: 'right' },
          { title: 'Balance', share: 4, align: 'right' },
        ],
        rows: withBalances(opening ?? 0, lines).map(({ on, description, amount, balance }) => [
          on,
          description,
          money(amount),
          money(balance),
        ]),
      },
    ],
  };
}

function withBalances(opening: number, lines: readonly StatementLine[]) {
  let balance = opening;
  return lines.map((line) => {
    balance = exact(balance + line.amount);
    return { ...line, balance };
  });
}

/** What came in, or what went out. */
function total(lines: readonly StatementLine[], sign: 1 | -1): number {
  return exact(lines.reduce((sum, { amount }) => (amount * sign > 0 ? sum + amount : sum), 0));
}

/** Sums of decimals, without the dust of binary fractions. */
function exact(amount: number): number {
  return Math.round(amount * 1e8) / 1e8;
}

function holderFacts({ owners }: LoginAccount): PdfFact[] {
  return owners.flatMap(({ names, addresses }): PdfFact[] => {
    const home = addresses.find(({ primary }) => primary) ?? addresses[0];
    const { street, city, region, postal_code } = home?.data ?? {};
    const address = [street, city, region, postal_code].filter(Boolean).join(', ');
    return [['Holder', names.join(', ')], ...(address === '' ? [] : [['Address', address] as const])];
  });
}
