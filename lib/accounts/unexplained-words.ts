/** What is said of a balance that its rows do not explain: calm, exact, and what may be behind it. */
import { type Day } from '@/lib/core/day';
import { formatDay } from '@/lib/core/format-day';
import { formatMoney } from '@/lib/core/format-money';
import { money } from '@/lib/core/money';
import type { Writing } from '@/lib/core/writing';
import type { Culprit } from './culprits';
import type { Unexplained } from './proof';

type Reader = { today: Day; writing: Writing };

/** "$12.40 unexplained since Tue 3 Mar" */
export function unexplainedTitle(
  { amount, since }: Unexplained,
  currency: string,
  { today, writing }: Reader,
): string {
  const size = formatMoney(money(Math.abs(amount), currency), writing);
  return `${size} unexplained since ${formatDay(since, writing, { today })}`;
}

/** "The bank’s balance is $12.40 lower than the transactions here add up to." */
export function unexplainedSentence({ amount }: Unexplained, currency: string, writing: Writing): string {
  const size = formatMoney(money(Math.abs(amount), currency), writing);
  const side = amount < 0 ? 'lower' : 'higher';
  return `The bank’s balance is ${size} ${side} than the transactions here add up to.`;
}

/** What a culprit would mean; its rows are listed beside it. */
export function culpritSentence(culprit: Culprit, { today, writing }: Reader): string {
  if (culprit.kind !== 'unreported') return SENTENCES[culprit.kind];
  const [from, to] = [culprit.from, culprit.to].map((day) => formatDay(day, writing, { today }));
  const days = culprit.from === culprit.to ? `on ${from}` : `from ${from} to ${to}`;
  return `The bank reported no balance ${days}, so it may have begun then.`;
}

const SENTENCES: Record<Exclude<Culprit['kind'], 'unreported'>, string> = {
  removed: 'The bank took this one back, but its balance may still hold it.',
  twins: 'The same amount twice on one day; perhaps it happened only once.',
  pending: 'Still pending here; the bank’s balance may count it already.',
  reversed: 'Half of it, so this one may go the other way.',
  extra: 'The same amount the other way; the bank’s balance may leave it out.',
  'other-currency': 'In another currency, so not counted in this account’s balance.',
};
