import { MoneyText } from '@/components/ui/money-text';
import { type Money, money } from '@/lib/core/money';

type Props = {
  /** What is owed per currency, positive. */
  totals: readonly Money[];
  home: string;
  overdueNames: readonly string[];
};

/** What is owed in all, each currency apart, and what is late. */
export function OwedFigure({ totals, home, overdueNames }: Props) {
  const lead = totals.find(({ currency }) => currency === home) ?? totals[0] ?? money(0, home);
  const others = totals.filter((total) => total !== lead);
  return (
    <div>
      <MoneyText value={lead} size="hero" />
      <p className="mt-2 text-14 text-ink-2">
        owed in all
        {others.map((total) => (
          <span key={total.currency}>
            {' '}
            and <MoneyText value={total} />
          </span>
        ))}
        {overdueNames.length > 0 && (
          <>
            {'. '}
            <span className="font-semibold text-danger">{`Overdue: ${overdueNames.join(', ')}`}</span>
          </>
        )}
      </p>
    </div>
  );
}
