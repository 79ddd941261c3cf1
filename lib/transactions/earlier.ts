/** What a field of a transaction was before, in words: "−$42.10 while it was pending, until Tue 3 Mar". */
import { categoryOf } from '@/lib/categories/taxonomy';
import { type Day, day, dayAt } from '@/lib/core/day';
import { formatDay } from '@/lib/core/format-day';
import { formatMoney } from '@/lib/core/format-money';
import { money } from '@/lib/core/money';
import type { Writing } from '@/lib/core/writing';

/** One change of one field; values are as the history keeps them. */
export type FieldChange = {
  field: string;
  source: 'bank' | 'rule' | 'person';
  before: string | null;
  after: string | null;
  at: Date;
  runId: string | null;
};

type Facts = { currency: string; isPending: boolean };

/** The person's today, and how they have things written. */
export type Reader = { today: Day; writing: Writing };

/** Answers the earlier values of some fields, newest first, for a row with these changes (newest first). */
export function earlierValues(
  facts: Facts,
  changes: readonly FieldChange[],
  reader: Reader,
): (fields: readonly string[]) => string[] {
  const posting = changes.find(({ field, after }) => field === 'status' && after === 'posted');
  // The commit that posted it told the differences of all fields at once.
  const wasPending = ({ at, runId }: FieldChange) =>
    posting ? at < posting.at || (runId !== null && runId === posting.runId) : facts.isPending;
  return (fields) =>
    changes
      .filter(({ field }) => fields.includes(field))
      .map((change) => {
        const isPending = change.field !== 'status' && change.source === 'bank' && wasPending(change);
        return `${valueBefore(change, facts, reader)}${isPending ? ' while it was pending,' : ''} ${untilWhen(change, reader)}`;
      });
}

function untilWhen({ at }: FieldChange, { today, writing }: Reader): string {
  return `until ${formatDay(dayAt(at, writing.timeZone), writing, { today })}`;
}

const BY = { bank: '', rule: ', by a rule,', person: ', by you,' };

function valueBefore(change: FieldChange, { currency }: Facts, reader: Reader): string {
  const { field, source, before } = change;
  if (before === null) return source === 'person' && field !== 'note' ? 'The bank’s' : 'Nothing';
  return `${written(field, before, currency, reader)}${BY[source]}`;
}

function written(field: string, value: string, currency: string, { today, writing }: Reader): string {
  switch (field) {
    case 'amount':
      return formatMoney(money(Number(value), currency), writing);
    case 'currency':
      return `In ${value}`;
    case 'day':
    case 'posted-day':
      return formatDay(day(value), writing, { today });
    case 'category':
      return categoryOf(value).name;
    case 'status':
      return value === 'pending' ? 'Pending' : 'Posted';
    default:
      return `“${value}”`;
  }
}
