/** The log of a connection in words: what began each look at the bank, what came, what did not, and why. */
import { formatCount } from '@/lib/core/format-number';
import { formatMoment } from '@/lib/core/format-time';
import { groupBy } from '@/lib/core/group-by';
import type { Writing } from '@/lib/core/writing';
import { sentenceFor, type ProductName } from './describe';

export type RunFacts = {
  id: string;
  trigger: string;
  /** How many requests it served at once. */
  served: number;
  /** The how-many-th look for the same request, from 0. */
  attempt: number;
  outcome: 'running' | 'done' | 'partial' | 'failed' | 'superseded';
  counts: Readonly<Record<string, { added: number; changed: number; removed: number }>>;
  /** By product, the code of what went wrong. */
  problems: Readonly<Record<string, string>>;
  requestIds: readonly string[];
  cursorBefore: string | null;
  cursorAfter: string | null;
  startedAt: Date;
  finishedAt: Date | null;
};

export type Reading = { bank: string; now: Date; writing: Writing };

export type LogEntry = {
  id: string;
  at: Date;
  /** "yesterday, 4:20 PM" */
  when: string;
  title: string;
  /** "2.1 s"; null while it goes on, or when nobody knows. */
  took: string | null;
  came: { name: string; text: string }[];
  /** What did not come in, with the reason. */
  troubles: string[];
  /** Anything else there is to say; null where there is nothing. */
  remark: string | null;
  /** For whoever helps: codes, ids and the cursor's hashes, as text to copy. */
  support: string;
};

/** One look that is worth a line of its own, or those in a row that brought nothing. */
export type LogLine =
  | { kind: 'run'; entry: LogEntry }
  | { kind: 'quiet'; title: string; entries: LogEntry[] };

/** `runs` newest first. */
export function logLines(runs: readonly RunFacts[], reading: Reading): LogLine[] {
  const lines: LogLine[] = [];
  for (const run of runs) {
    const entry = entryOf(run, reading);
    const last = lines.at(-1);
    if (!isQuiet(run)) lines.push({ kind: 'run', entry });
    else if (last?.kind === 'quiet') last.entries.push(entry);
    else lines.push({ kind: 'quiet', title: '', entries: [entry] });
  }
  for (const line of lines) if (line.kind === 'quiet') line.title = quietTitle(line.entries.length);
  return lines;
}

function quietTitle(count: number): string {
  return count === 1 ? '1 look, nothing new' : `${count} looks, nothing new`;
}

function isQuiet({ outcome, counts, problems }: RunFacts): boolean {
  const isEmpty = Object.values(counts).every((of) => of.added + of.changed + of.removed === 0);
  return outcome === 'done' && isEmpty && Object.keys(problems).length === 0;
}

function entryOf(run: RunFacts, { bank, now, writing }: Reading): LogEntry {
  return {
    id: run.id,
    at: run.startedAt,
    when: formatMoment(run.startedAt, now, writing),
    title: titleOf(run, bank, writing),
    took: tookOf(run),
    came: cameIn(run, writing),
    troubles: troublesOf(run, bank),
    remark: remarkOf(run),
    support: supportOf(run),
  };
}

const TITLES: Readonly<Record<string, (bank: string) => string>> = {
  link: (bank) => `You connected ${bank}`,
  person: () => 'You asked',
  repair: (bank) => `You came back from ${bank}`,
  visit: () => 'You came by',
  cron: () => 'The daily look',
  replacement: (bank) => `Your history moved to ${bank}`,
};

function titleOf({ trigger, served, attempt }: RunFacts, bank: string, writing: Writing): string {
  const again = attempt > 0 ? `, look ${attempt + 1}` : '';
  if (trigger === 'webhook')
    return (
      (served > 1 ? `${formatCount(served, writing)} messages from the bank` : 'A message from the bank') +
      again
    );
  return (TITLES[trigger]?.(bank) ?? 'A look by itself') + again;
}

/** What came, in the order in which a person would ask for it. */
const NAMES: readonly [string, string][] = [
  ['transactions', 'Transactions'],
  ['accounts', 'Accounts and balances'],
  ['streams', 'Bills and income'],
  ['liabilities', 'Cards and loans'],
  ['holdings', 'Holdings'],
  ['investmentTransactions', 'Investment activity'],
  ['owners', 'Account owners'],
];

function cameIn({ counts }: RunFacts, writing: Writing): LogEntry['came'] {
  return NAMES.flatMap(([key, name]) => {
    const of = counts[key];
    if (!of) return [];
    const parts = [
      of.added > 0 && `${formatCount(of.added, writing)} new`,
      of.changed > 0 && `${formatCount(of.changed, writing)} changed`,
      of.removed > 0 && `${formatCount(of.removed, writing)} gone`,
    ].filter((part) => part !== false);
    return parts.length === 0 ? [] : [{ name, text: parts.join(', ') }];
  });
}

const PRODUCTS: Readonly<Record<ProductName, string>> = {
  accounts: 'Accounts and balances',
  transactions: 'Transactions',
  recurring: 'Bills and income',
  liabilities: 'Cards and loans',
  investments: 'Investments',
  identity: 'Account owners',
};

/** Those that failed for one reason share its sentence. */
function troublesOf({ problems }: RunFacts, bank: string): string[] {
  const failed = Object.entries(problems).map(([key, code]) => {
    const product = isProduct(key) ? key : null;
    return {
      name: product === null ? 'How fresh the data is' : PRODUCTS[product],
      why: whyOf(product, code, bank),
    };
  });
  return [...groupBy(failed, ({ why }) => why)].map(
    ([why, of]) => `${listed(of.map(({ name }) => name))} did not come in. ${why}`,
  );
}

function whyOf(product: ProductName | null, errorCode: string, bank: string): string {
  const text = sentenceFor(
    { institutionName: bank, endsOn: null, asOf: null },
    { product: product ?? 'accounts', errorCode },
  );
  // How old the figures are today is no part of what happened then.
  return text.replace(/; figures are .*$/, '.');
}

function isProduct(key: string): key is ProductName {
  return Object.hasOwn(PRODUCTS, key);
}

function listed(names: readonly string[]): string {
  const [first = '', ...others] = names;
  const rest = others.map((name) => name.charAt(0).toLowerCase() + name.slice(1));
  return rest.length === 0 ? first : `${[first, ...rest.slice(0, -1)].join(', ')}, and ${rest.at(-1)}`;
}

function remarkOf({ outcome, problems }: RunFacts): string | null {
  if (outcome === 'running') return 'Going on now.';
  if (outcome === 'superseded') return 'Cut short. The next look took over, and nothing is lost.';
  if (outcome === 'partial' && Object.keys(problems).length === 0)
    return 'Not finished yet. The next look goes on from there.';
  return null;
}

function tookOf({ startedAt, finishedAt, outcome }: RunFacts): string | null {
  if (finishedAt === null || outcome === 'superseded') return null;
  const ms = finishedAt.getTime() - startedAt.getTime();
  if (ms < 60_000) return `${(Math.max(100, ms) / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

function supportOf(run: RunFacts): string {
  const { id, trigger, served, attempt, outcome, problems, requestIds, cursorBefore, cursorAfter } = run;
  const errors = Object.entries(problems).map(([product, code]) => `${product} ${code}`);
  return [
    `Sync: ${id}`,
    `Started: ${run.startedAt.toISOString()}`,
    `Finished: ${run.finishedAt?.toISOString() ?? 'no'}`,
    `Trigger: ${trigger}, requests served: ${served}, attempt: ${attempt + 1}`,
    `Outcome: ${outcome}`,
    `Errors: ${errors.length === 0 ? 'none' : errors.join(', ')}`,
    `Cursor: ${cursorBefore ?? 'none'} to ${cursorAfter ?? 'none'}`,
    `Plaid request ids: ${requestIds.length === 0 ? 'none' : requestIds.join(', ')}`,
  ].join('\n');
}
