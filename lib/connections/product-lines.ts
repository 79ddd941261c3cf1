/** What each kind of data of a connection has come to, one line each: it fails, waits or is missing alone (S13). */
import { formatSince } from '@/lib/core/format-day';
import { type ConnectionFacts, type ConnectionText, describeFailure, type ProductName } from './describe';

type ProductRow = {
  product: ProductName;
  state: 'waiting' | 'ready' | 'not-available' | 'failed';
  errorCode: string | null;
  succeededAt: Date | null;
  bankReachedAt: Date | null;
  /** When something was last added, changed or removed. */
  changedAt: Date | null;
};

type Facts = Pick<ConnectionFacts, 'institutionName' | 'state' | 'endsOn' | 'asOf'> & {
  accountCount: number;
  hasHistory: boolean;
  /** What is said of the connection above these lines. */
  sentence?: string;
};

/** Why a kind did not come in, where that is known and not said elsewhere. */
type Why = ConnectionText | null;

export type ProductLine = {
  key: ProductName;
  name: string;
  state: ProductRow['state'];
  /** "9 accounts", "Nothing of this kind here". */
  text: string;
  /** When the bank was reached and when we asked; or why it did not come in and what follows. */
  notes: string[];
};

const NAMES: readonly [ProductName, string][] = [
  ['accounts', 'Accounts and balances'],
  ['transactions', 'Transactions'],
  ['recurring', 'Bills and income'],
  ['liabilities', 'Cards and loans'],
  ['investments', 'Investments'],
  ['identity', 'Account owners'],
];

/** In the order in which they usually come in; kinds that were never asked for are left out. */
export function productLines(rows: readonly ProductRow[], facts: Facts, now: Date): ProductLine[] {
  return NAMES.flatMap(([key, name]) => {
    const row = rows.find(({ product }) => product === key);
    if (!row) return [];
    const why = failureOf(row, facts);
    return [{ key, name, state: row.state, text: textOf(row, facts, why), notes: notesOf(row, why, now) }];
  });
}

/** Trouble that stands above is not said again in every line. */
function failureOf(row: ProductRow, facts: Facts): Why {
  const isAlone = facts.state === 'healthy' || facts.state === 'repair-soon';
  const failure = isAlone ? describeFailure(facts, row) : null;
  return failure?.sentence === facts.sentence ? null : failure;
}

/** What is not there is said once: why, where that is known. */
function textOf({ product, state }: ProductRow, { accountCount, hasHistory }: Facts, why: Why): string {
  if (state === 'waiting') return 'On its way';
  if (state === 'not-available') {
    if (why !== null) return '';
    return product === 'identity' ? 'Not shared by the bank' : 'Nothing of this kind here';
  }
  if (state === 'failed') return 'Did not come in';
  if (product === 'accounts') return accountCount === 1 ? '1 account' : `${accountCount} accounts`;
  if (product === 'transactions') return hasHistory ? 'All history' : 'The last 30 days so far';
  return 'Ready';
}

function notesOf(row: ProductRow, why: Why, now: Date): string[] {
  // What is not there needs no advice, unless a yes of the person would bring it.
  if (row.state === 'not-available') return why === null ? [] : [why.sentence];
  const said = why === null ? [] : [`${why.sentence} ${why.detail}`.trim()];
  return [...said, ...freshness(row, now)];
}

/** Both looks, each with whose it is (ITM-3), and what came of them. */
function freshness({ bankReachedAt, succeededAt, changedAt }: ProductRow, now: Date): string[] {
  const looks = [
    ...(bankReachedAt === null ? [] : [`bank reached ${formatSince(bankReachedAt, now)}`]),
    ...(succeededAt === null ? [] : [`we asked ${formatSince(succeededAt, now)}`]),
    ...(changedAt === null ? [] : [`changed ${formatSince(changedAt, now)}`]),
  ].join(' · ');
  return looks === '' ? [] : [looks.charAt(0).toUpperCase() + looks.slice(1)];
}
