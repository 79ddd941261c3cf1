import { useWriting } from '#writing';
import { Change } from '@/components/ui/change';
import { DayText } from '@/components/ui/day-text';
import { MoneyText } from '@/components/ui/money-text';
import type { Day } from '@/lib/core/day';
import { formatMoney } from '@/lib/core/format-money';
import { type Money, totals } from '@/lib/core/money';
import type { Writing } from '@/lib/core/writing';
import { kindName } from '@/lib/net-worth/breakdown';
import type { Movement } from '@/lib/net-worth/change';

type Props = {
  net: Money;
  /** Null until a balance of an earlier day is known. */
  movement: Movement | null;
  /** Names of accounts that are in the figure but not in the change. */
  newNames: readonly string[];
  today: Day;
};

/** Net worth now, how it moved since a day that is named, and where. */
export function WorthFigure({ net, movement, newNames, today }: Props) {
  const writing = useWriting();
  return (
    <div>
      <MoneyText value={net} size="hero" />
      {movement !== null && (
        <p className="mt-2 text-14 text-ink-2">
          <Change value={movement.change} home={net.currency} against="" /> since{' '}
          <DayText value={movement.since} today={today} form="bare" />
          {movement.byKind.length > 1 && <>: {partsInWords(movement, writing)}</>}
        </p>
      )}
      {newNames.length > 0 && (
        <p className="text-13 text-ink-3">
          {listed(newNames)} {newNames.length > 1 ? 'have' : 'has'} no figure of that day and{' '}
          {newNames.length > 1 ? 'are' : 'is'} not in the change.
        </p>
      )}
    </div>
  );
}

const NAMED_PARTS = 3;

/** The kinds that moved most, and the others as one, so that the parts always add up. */
function partsInWords({ byKind }: Movement, writing: Writing): string {
  const signed = (value: Money) =>
    formatMoney(value, writing, { sign: 'always', cents: 'never', symbol: false });
  const named = byKind.length > NAMED_PARTS + 1 ? byKind.slice(0, NAMED_PARTS) : byKind;
  const words = named.map(({ kind, change }) => `${kindName(kind).toLowerCase()} ${signed(change)}`);
  const [rest] = totals(byKind.slice(named.length).map(({ change }) => change));
  return [...words, ...(rest === undefined ? [] : [`the rest ${signed(rest)}`])].join(', ');
}

function listed(names: readonly string[]): string {
  if (names.length > 2) return `${names.length} of the accounts`;
  return names.join(' and ');
}
