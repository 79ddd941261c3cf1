import { Suspense } from 'react';
import { Skeleton, SkeletonFigure, SkeletonRows } from '@/components/ui/skeleton';
import type { ConnectionRow } from '@/db/queries/overview';
import { Accounts } from './accounts';
import { DueNext } from './due-next';
import { Latest } from './latest';
import { NeedsYou } from './needs-you';
import { ThisMonth } from './this-month';
import { Worth } from './worth';

/**
 * Two columns on a wide screen. On a phone the columns dissolve into one, in the order of urgency: needs you,
 * net worth, this month, due, latest, accounts.
 */
export function Overview({ connections }: { connections: readonly ConnectionRow[] }) {
  return (
    <div className="flex flex-col gap-10 xl:grid xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] xl:gap-x-14">
      <div className="contents xl:flex xl:flex-col xl:gap-7">
        <div className="order-2 empty:hidden">
          <Suspense fallback={<WorthSkeleton />}>
            <Worth />
          </Suspense>
        </div>
        <div className="order-3 empty:hidden xl:border-t xl:border-line xl:pt-6">
          <Suspense fallback={<Skeleton className="h-64" />}>
            <ThisMonth />
          </Suspense>
        </div>
        <div className="order-6 empty:hidden xl:border-t xl:border-line xl:pt-6">
          <Suspense fallback={<SkeletonRows rows={5} label="Loading accounts" />}>
            <Accounts />
          </Suspense>
        </div>
      </div>
      <div className="contents xl:flex xl:flex-col xl:gap-7">
        <div className="order-1 empty:hidden">
          <Suspense>
            <NeedsYou connections={connections} />
          </Suspense>
        </div>
        <div className="order-4 empty:hidden">
          <Suspense fallback={<SkeletonRows rows={4} label="Loading what is due" />}>
            <DueNext />
          </Suspense>
        </div>
        <div className="order-5 empty:hidden">
          <Suspense fallback={<SkeletonRows rows={4} label="Loading the latest transactions" />}>
            <Latest />
          </Suspense>
        </div>
      </div>
    </div>
  );
}

function WorthSkeleton() {
  return (
    <div className="pt-8">
      <SkeletonFigure />
      <Skeleton className="mt-6 h-44" />
    </div>
  );
}
