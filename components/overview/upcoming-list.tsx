import { useWriting } from '#writing';
import { DayText } from '@/components/ui/day-text';
import { MoneyText } from '@/components/ui/money-text';
import { categoryOf } from '@/lib/categories/taxonomy';
import type { Day } from '@/lib/core/day';
import { formatDay } from '@/lib/core/format-day';
import { formatMoney } from '@/lib/core/format-money';
import { money } from '@/lib/core/money';
import type { Writing } from '@/lib/core/writing';
import type { Coverage } from '@/lib/overview/coverage';
import type { Upcoming } from '@/lib/overview/upcoming';

type Props = {
  upcoming: readonly Upcoming[];
  coverage: Coverage | null;
  home: string;
  today: Day;
  /** How many rows there is room for; the rest is said in a line. */
  limit: number;
};

/** What comes and goes in the next days, and whether the cash at hand covers it. */
export function UpcomingList({ upcoming, coverage, home, today, limit }: Props) {
  const writing = useWriting();
  const hidden = upcoming.length - limit;
  return (
    <div>
      <ul aria-label="Due next">
        {upcoming.slice(0, limit).map((entry) => (
          <li
            key={entry.key}
            className="grid min-h-row-2 grid-cols-[minmax(3.25rem,min-content)_minmax(0,1fr)_auto] items-center gap-x-3 border-t border-line py-row-pad first:border-0"
          >
            <span className="text-13 text-ink-2">
              <DayText value={entry.day} today={today} form="bare" />
            </span>
            <span className="min-w-0">
              <span className="block truncate">{entry.name}</span>
              <span className="block truncate text-13 text-ink-3">{detail(entry, writing)}</span>
            </span>
            <Amount entry={entry} home={home} />
          </li>
        ))}
      </ul>
      <p className="border-t border-line pt-2 text-13 text-ink-2">
        {hidden > 0 && `${hidden} more. `}
        {coverage !== null && <CoverageWords coverage={coverage} home={home} today={today} />}
      </p>
    </div>
  );
}

function Amount({ entry: { amount, currency }, home }: { entry: Upcoming; home: string }) {
  if (amount === null) return <span className="text-13 text-ink-3">not known</span>;
  return <MoneyText value={money(amount, currency)} kind="flow" home={home} />;
}

function detail(entry: Upcoming, writing: Writing): string {
  if (entry.source === 'stream') return categoryOf(entry.categoryId).name;
  const { minimum, currency, kind, amount } = entry;
  if (kind !== 'credit') return 'Loan payment';
  if (minimum === null || -(amount ?? 0) === minimum) return 'Card payment';
  const least = formatMoney(money(minimum, currency), writing, { cents: 'auto', symbol: false });
  return `Statement, minimum ${least}`;
}

function CoverageWords({ coverage, home, today }: { coverage: Coverage; home: string; today: Day }) {
  const writing = useWriting();
  const { lowest, day, isCovered } = coverage;
  const amount = formatMoney(money(Math.abs(lowest), home), writing, { cents: 'never', symbol: false });
  const on = formatDay(day, writing, { today });
  if (isCovered) return `All covered by what is in checking. Lowest point: ${amount} on ${on}.`;
  return <span className="font-medium text-attention">{`Checking falls short by ${amount} on ${on}.`}</span>;
}
