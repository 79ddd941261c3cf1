import { useWriting } from '#writing';
import { Change } from '@/components/ui/change';
import { MoneyText } from '@/components/ui/money-text';
import { formatPercent } from '@/lib/core/format-percent';
import { type Money, money } from '@/lib/core/money';

type Props = {
  value: Money;
  /** Of the positions whose cost the bank tells; null when it tells none. */
  gain: { gain: number; cost: number; costedValue: number } | null;
};

/** What all investment accounts are worth, and the gain over cost as far as the cost is known. */
export function ValueFigure({ value, gain }: Props) {
  const writing = useWriting();
  return (
    <div>
      <MoneyText value={value} size="hero" />
      {gain !== null && (
        <p className="mt-2 text-14 text-ink-2">
          <Change
            value={money(gain.gain, value.currency)}
            ratio={gain.gain / gain.cost}
            home={value.currency}
            against="over what it cost"
          />
          {gain.costedValue < value.amount &&
            `, where the cost is known (${formatPercent(gain.costedValue / value.amount, writing, { digits: 0 })} of the value)`}
        </p>
      )}
    </div>
  );
}
