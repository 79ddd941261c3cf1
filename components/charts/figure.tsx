import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

type Props = {
  /** What the chart shows, as a finding: "Net worth rose by 12% in a year". Read in place of the picture. */
  title: string;
  /** The rows behind the picture. */
  table: ReactNode;
  /** Draw the title above the chart; otherwise it is for screen readers only, as when a figure says it already. */
  showTitle?: boolean;
  children: ReactNode;
  className?: string;
};

/** The frame of every chart: a picture with a sentence, and the same as a table one click away. */
export function ChartFigure({ title, table, showTitle = false, children, className }: Props) {
  return (
    <figure className={cn('m-0', className)}>
      <figcaption className={showTitle ? 'mb-3 text-13 font-semibold text-ink-2' : 'sr-only'}>
        {title}
      </figcaption>
      <div role="img" aria-label={title}>
        {children}
      </div>
      <details className="mt-2 print:not-open:hidden">
        <summary className="touch-target inline-flex list-none items-center text-12 text-ink-3 hover:text-accent hover:underline">
          Show as table
        </summary>
        <div className="mt-2 max-h-80 max-w-2xl overflow-y-auto">{table}</div>
      </details>
    </figure>
  );
}
