import { cn } from './cn';

/** A still grey shape of the size of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('animate-pulse rounded-md bg-sunken', className)} />;
}

/** Rows of a list on their way: as high as the rows that come, so nothing jumps. */
export function SkeletonRows({ rows = 6, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-12 items-center gap-4 border-t border-line first:border-0">
          <Skeleton className="size-8 rounded-full" />
          <Skeleton className="h-3 w-2/5" />
          <Skeleton className="ml-auto h-3 w-16" />
        </div>
      ))}
    </div>
  );
}

/** A leading figure with its line beneath. */
export function SkeletonFigure() {
  return (
    <div role="status">
      <span className="sr-only">Loading</span>
      <Skeleton className="h-10 w-64 max-w-full lg:h-14" />
      <Skeleton className="mt-3 h-3 w-80 max-w-full" />
    </div>
  );
}
