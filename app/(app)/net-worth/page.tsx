import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Page } from '@/components/layout/page';
import { Skeleton, SkeletonFigure, SkeletonRows } from '@/components/ui/skeleton';
import { BreakdownSection } from './breakdown-section';
import { Figure } from './figure';
import { History } from './history';
import { RangeChoice } from './range-choice';

export const metadata: Metadata = { title: 'Net worth' };

type Props = { searchParams: Promise<{ range?: string | string[] }> };

export default function NetWorthPage({ searchParams }: Props) {
  return (
    <Page
      title="Net worth"
      actions={
        <Suspense fallback={<Skeleton className="h-8 w-72" />}>
          <RangeChoice searchParams={searchParams} />
        </Suspense>
      }
    >
      <Suspense fallback={<SkeletonFigure />}>
        <Figure />
      </Suspense>
      <div className="mt-6">
        <Suspense fallback={<Skeleton className="h-96" />}>
          <History searchParams={searchParams} />
        </Suspense>
      </div>
      <div className="mt-10">
        <Suspense fallback={<SkeletonRows rows={8} label="Loading accounts" />}>
          <BreakdownSection />
        </Suspense>
      </div>
    </Page>
  );
}
