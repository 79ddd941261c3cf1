import type { ComponentProps } from 'react';
import { cn } from './cn';

/** A plain table on the page's left edge; give it a caption that says what it holds. */
export function Table({
  caption,
  className,
  children,
  ...rest
}: ComponentProps<'table'> & { caption: string }) {
  return (
    <table {...rest} className={cn('w-full border-collapse text-14', className)}>
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
}

type Cell = { numeric?: boolean };

export function Th({ numeric = false, className, ...rest }: ComponentProps<'th'> & Cell) {
  return (
    <th
      scope="col"
      {...rest}
      className={cn(
        'h-9 px-3 text-left text-12 font-medium text-ink-3 first:pl-0 last:pr-0',
        numeric && 'text-right',
        className,
      )}
    />
  );
}

export function Tr({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr {...rest} className={cn('border-t border-line', className)} />;
}

export function Td({ numeric = false, className, ...rest }: ComponentProps<'td'> & Cell) {
  return (
    <td
      {...rest}
      className={cn(
        'h-row px-3 first:pl-0 last:pr-0',
        numeric && 'text-right whitespace-nowrap tabular-nums',
        className,
      )}
    />
  );
}
