import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

type Props = {
  title: string;
  /** Controls at the right end of the head: a period, an export. */
  actions?: ReactNode;
  children: ReactNode;
  /** `prose` for pages that are read rather than scanned. */
  width?: 'full' | 'prose';
};

/** One page: its title, its controls, and everything on one left edge. */
export function Page({ title, actions, children, width = 'full' }: Props) {
  return (
    <div
      className={cn(
        'mx-auto w-full px-4 pt-5 pb-28 sm:px-6 lg:px-10 lg:pt-6 lg:pb-16',
        width === 'full' ? 'max-w-[80rem]' : 'max-w-3xl lg:mx-0',
      )}
    >
      <header className="mb-4 flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h1 className="text-14 font-semibold text-ink-2">{title}</h1>
        {actions !== undefined && <div className="no-print flex items-center gap-2 text-13">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
