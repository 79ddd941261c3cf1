import type { ReactNode } from 'react';
import { cn } from './cn';

type Props = {
  title: string;
  /** One quiet link or control at the right end: "All transactions". */
  action?: ReactNode;
  /** An id when something links here. */
  id?: string;
  children: ReactNode;
  className?: string;
};

/** A part of a page under a small head. Parts are set apart by space, not by boxes. */
export function Section({ title, action, id, children, className }: Props) {
  return (
    <section id={id} className={cn('min-w-0', className)}>
      <div className="mb-2 flex min-h-6 items-baseline justify-between gap-4">
        <h2 className="text-13 font-semibold text-ink-2">{title}</h2>
        {action !== undefined && (
          <div className="text-13 text-ink-3 [&_a]:whitespace-nowrap [&_a]:hover:text-accent [&_a]:hover:underline">
            {action}
          </div>
        )}
      </div>
      {children}
    </section>
  );
}
