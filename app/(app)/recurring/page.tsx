import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Page } from '@/components/layout/page';
import { SkeletonFigure, SkeletonRows } from '@/components/ui/skeleton';
import { MonthlyCost } from './monthly-cost';
import { Streams } from './streams';

export const metadata: Metadata = { title: 'Recurring' };

export default function RecurringPage() {
  return (
    <Page title="Recurring">
      <Suspense fallback={<SkeletonFigure />}>
        <MonthlyCost />
      </Suspense>
      <Suspense fallback={<SkeletonRows rows={10} label="Loading recurring payments" />}>
        <Streams />
      </Suspense>
    </Page>
  );
}
