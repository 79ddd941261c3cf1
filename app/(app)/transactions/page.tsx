import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Page } from '@/components/layout/page';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';
import type { SearchParams } from '@/lib/transactions/filter';
import { ExportLink } from './export-link';
import { Filters } from './filters';
import { Ledger } from './ledger';
import { Panel } from './panel';
import { Sums } from './sums';

export const metadata: Metadata = { title: 'Transactions' };

type Props = { searchParams: Promise<SearchParams> };

export default function TransactionsPage({ searchParams }: Props) {
  return (
    <Page
      title="Transactions"
      actions={
        <Suspense fallback={<Skeleton className="h-8 w-20" />}>
          <ExportLink searchParams={searchParams} />
        </Suspense>
      }
    >
      <Suspense fallback={<Skeleton className="h-24 sm:h-9" />}>
        <Filters searchParams={searchParams} />
      </Suspense>
      <div className="mt-3 border-b border-line pb-3 empty:hidden">
        <Suspense fallback={<Skeleton className="h-5 w-80 max-w-full" />}>
          <Sums searchParams={searchParams} />
        </Suspense>
      </div>
      <div className="lg:flex lg:items-start lg:gap-10">
        <div className="min-w-0 flex-1">
          <Suspense fallback={<SkeletonRows rows={12} label="Loading transactions" />}>
            <Ledger searchParams={searchParams} />
          </Suspense>
        </div>
        <Suspense>
          <Panel searchParams={searchParams} />
        </Suspense>
      </div>
    </Page>
  );
}
