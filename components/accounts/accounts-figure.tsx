import Link from 'next/link';
import { MoneyText } from '@/components/ui/money-text';
import type { Money } from '@/lib/core/money';

type Props = { totals: readonly Money[]; count: number; home: string };

/** What all open accounts come to, in the person's currency; others stand beside it, never added. */
export function AccountsFigure({ totals, count, home }: Props) {
  const [lead] = [...totals.filter(({ currency }) => currency === home), ...totals];
  if (!lead) return null;
  const others = totals.filter((total) => total !== lead);
  return (
    <div>
      <p>
        <MoneyText value={lead} size="hero" />
      </p>
      <p className="mt-1 text-ink-2">
        {others.map((other) => (
          <span key={other.currency}>
            and <MoneyText value={other} className="font-semibold text-ink" />{' '}
          </span>
        ))}
        {count === 1 ? 'in one account.' : `in ${count} accounts, debts taken off.`}{' '}
        <Link href="/net-worth" className="text-ink-3 underline hover:text-accent">
          Over time
        </Link>
      </p>
    </div>
  );
}
