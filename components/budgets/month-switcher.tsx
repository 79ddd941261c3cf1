import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { formatMonth } from '@/lib/core/format-day';
import { addMonths, type Month } from '@/lib/core/month';

const STEP =
  'touch-target inline-flex size-8 items-center justify-center rounded-lg text-ink-2 hover:bg-hover hover:text-ink';

/** From month to month. */
export function MonthSwitcher({ month }: { month: Month }) {
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)];
  return (
    <nav aria-label="Month" className="-mr-2 flex items-center gap-1">
      <Link href={`/budgets/${before}` as Route} aria-label={formatMonth(before)} className={STEP}>
        <ChevronLeft aria-hidden className="size-4" />
      </Link>
      <span className="min-w-28 text-center text-14 font-medium">{formatMonth(month)}</span>
      <Link href={`/budgets/${after}` as Route} aria-label={formatMonth(after)} className={STEP}>
        <ChevronRight aria-hidden className="size-4" />
      </Link>
    </nav>
  );
}
