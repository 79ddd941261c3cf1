/** How far a connection has come: one line per thing that a person waits for, each of them alone (S13). */
import type { ProductName } from './describe';

export type ProductRow = {
  product: ProductName;
  state: 'waiting' | 'ready' | 'not-available' | 'failed';
};

export type ProgressFacts = {
  products: readonly ProductRow[];
  accountCount: number;
  /** The bank has given the first 30 days, and all the history it gives (TXN-7). */
  hasInitialUpdate: boolean;
  hasHistoricalUpdate: boolean;
};

export type ProgressStep = {
  key: 'accounts' | 'recent' | 'history' | 'recurring' | 'liabilities' | 'investments';
  name: string;
  state: 'waiting' | 'ready' | 'not-available' | 'failed';
  /** What the state means for this thing: "9 accounts", "The bank does not share this". */
  text: string;
};

/** The six lines of the progress page, in the order in which they usually come in. */
export function progressOf(facts: ProgressFacts): ProgressStep[] {
  const stateOf = (product: ProductRow['product']) =>
    facts.products.find((row) => row.product === product)?.state ?? 'waiting';
  const transactions = stateOf('transactions');
  return [
    step('accounts', 'Accounts and balances', stateOf('accounts'), countText(facts.accountCount)),
    step('recent', 'Last 30 days', partOf(transactions, facts.hasInitialUpdate)),
    step('history', 'Full history', partOf(transactions, facts.hasHistoricalUpdate), 'Up to two years'),
    step('recurring', 'Bills and income', stateOf('recurring')),
    step('liabilities', 'Cards and loans', stateOf('liabilities')),
    step('investments', 'Investments', stateOf('investments')),
  ];
}

/** True while something is still to come by itself. */
export function isWaiting(steps: readonly ProgressStep[]): boolean {
  return steps.some(({ state }) => state === 'waiting');
}

/** "3 of 6 ready", for those who cannot see the list change. */
export function progressSentence(steps: readonly ProgressStep[]): string {
  const settled = steps.filter(({ state }) => state !== 'waiting').length;
  return settled === steps.length ? 'Everything has come in.' : `${settled} of ${steps.length} have come in.`;
}

/** History comes in parts: the whole is ready only with its part. */
function partOf(whole: ProductRow['state'], hasPart: boolean): ProductRow['state'] {
  if (whole === 'failed' || whole === 'not-available') return whole;
  return hasPart ? 'ready' : 'waiting';
}

function step(
  key: ProgressStep['key'],
  name: string,
  state: ProgressStep['state'],
  readyText = 'Ready',
): ProgressStep {
  const texts = {
    waiting: 'On its way',
    ready: readyText,
    'not-available': 'Nothing of this kind here',
    failed: 'Did not come in; we try again',
  };
  return { key, name, state, text: texts[state] };
}

function countText(count: number): string {
  return count === 1 ? '1 account' : `${count} accounts`;
}
