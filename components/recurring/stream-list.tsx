import { useWriting } from '#writing';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { DayText } from '@/components/ui/day-text';
import { MoneyText } from '@/components/ui/money-text';
import { categoryOf } from '@/lib/categories/taxonomy';
import type { Day } from '@/lib/core/day';
import { formatMoney } from '@/lib/core/format-money';
import { money } from '@/lib/core/money';
import { type Expected, isOver, type Stream } from '@/lib/recurring/arrange';
import { rhythmInWords } from '@/lib/recurring/monthly-amount';
import { priceRise } from '@/lib/recurring/price-change';

export type NamedStream = Expected<Stream> & {
  name: string;
  accountId: string;
  accountName: string;
  categoryId: string;
};

type Props = { label: string; streams: readonly NamedStream[]; today: Day; home: string };

/** Streams by their next day; each leads to its transactions. */
export function StreamList({ label, streams, today, home }: Props) {
  return (
    <ul aria-label={label}>
      {streams.map((stream) => (
        <StreamRow key={stream.id} stream={stream} today={today} home={home} />
      ))}
    </ul>
  );
}

function StreamRow({ stream, today, home }: { stream: NamedStream; today: Day; home: string }) {
  const { name, accountId, lastAmount, currency, frequency, monthly, status, kind } = stream;
  const search = new URLSearchParams({ q: name, account: accountId });
  return (
    <li className="border-t border-line first:border-0">
      <Link
        href={`/transactions?${search}`}
        className="-mx-2 grid min-h-row-2 grid-cols-[minmax(3.25rem,min-content)_minmax(0,1fr)_auto] items-center gap-x-4 rounded-lg px-2 py-row-pad hover:bg-hover sm:grid-cols-[6.5rem_minmax(0,1fr)_9rem_7rem]"
      >
        <When stream={stream} today={today} />
        <span className="min-w-0">
          <span className="flex items-baseline gap-2">
            <span className="sm:truncate">{name}</span>
            {status === 'early-detection' && <Badge tone="tentative">new</Badge>}
          </span>
          <Detail stream={stream} />
        </span>
        <span className="hidden text-right text-13 text-ink-3 sm:block">
          {monthly === null && !isOver(stream) && 'not counted'}
          {monthly !== null && frequency !== 'monthly' && (
            <>
              <MoneyText value={money(Math.abs(monthly), currency)} home={home} /> a month
            </>
          )}
        </span>
        <MoneyText
          value={money(lastAmount, currency)}
          kind="flow"
          home={home}
          // Money that comes in from one's own pocket is no income, so it is not green.
          className={cn('text-right', kind === 'transfer' && 'text-ink')}
        />
      </Link>
    </li>
  );
}

function When({ stream, today }: { stream: NamedStream; today: Day }) {
  const { nextDay, lastDay } = stream;
  if (isOver(stream)) {
    return (
      <span className="text-13 text-ink-3">
        <span className="sr-only">last on </span>
        <DayText value={lastDay} today={today} form="bare" className="" />
      </span>
    );
  }
  if (nextDay === null) return <span className="text-13 text-ink-3">no date</span>;
  return (
    <span className="text-13 text-ink-2">
      <DayText value={nextDay} today={today} form="bare" className="" />
    </span>
  );
}

/** Rhythm, kind and account; a rise in price comes first and in words. */
function Detail({ stream }: { stream: NamedStream }) {
  const { frequency, categoryId, accountName, status, currency, averageAmount, kind } = stream;
  const writing = useWriting();
  const written = (amount: number) => formatMoney(money(amount, currency), writing, { cents: 'auto' });
  const rise = isOver(stream) || kind === 'transfer' ? null : priceRise(stream);
  const rest = [
    status === 'tombstoned' ? 'Came once or twice, then not again' : rhythmInWords(frequency),
    categoryOf(categoryId).name,
  ];
  return (
    <span className="block text-13 text-ink-3 sm:truncate">
      {rise !== null && (
        <span className="block font-medium text-attention sm:mr-3 sm:inline">
          {`Up ${written(rise)} on its average of ${written(Math.abs(averageAmount))}`}
        </span>
      )}
      {rest.join(' · ')}
      <span className="hidden sm:inline"> · {accountName}</span>
    </span>
  );
}
