import { useWriting } from '#writing';
import { MoneyText } from '@/components/ui/money-text';
import { formatCount } from '@/lib/core/format-number';
import type { Summary } from '@/lib/transactions/summary';

/** "38 transactions, in +5,694.20, out −3,186.42, net +2,507.78": one line per currency. */
export function SummaryLine({ summary, home }: { summary: Summary; home: string }) {
  const writing = useWriting();
  const { count, transferCount, totals } = summary;
  return (
    <div className="flex flex-wrap items-baseline gap-x-8 gap-y-1 text-ink-2">
      <p>
        <span className="font-semibold text-ink">{formatCount(count, writing)}</span>{' '}
        {count === 1 ? 'transaction' : 'transactions'}
      </p>
      {totals.map(({ moneyIn, moneyOut, net }) => (
        <p key={net.currency} className="flex flex-wrap gap-x-5">
          <Part word="in" value={moneyIn} home={home} />
          <Part word="out" value={moneyOut} home={home} />
          <Part word="net" value={net} home={home} />
        </p>
      ))}
      {transferCount > 0 && (
        <p className="text-13 text-ink-3">
          {transferCount === 1 ? '1 transfer' : `${formatCount(transferCount, writing)} transfers`} not
          counted
        </p>
      )}
    </div>
  );
}

type PartProps = { word: string; value: Summary['totals'][number]['net']; home: string };

function Part({ word, value, home }: PartProps) {
  if (value.amount === 0) return null;
  return (
    <span>
      {word} <MoneyText value={value} kind="flow" home={home} className="font-semibold text-ink" />
    </span>
  );
}
