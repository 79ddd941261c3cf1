import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Page } from '@/components/layout/page';
import { SkeletonFigure, SkeletonRows } from '@/components/ui/skeleton';
import { Activity } from './activity';
import { Portfolio } from './portfolio';
import { Value } from './value';

export const metadata: Metadata = { title: 'Investments' };

export default function InvestmentsPage() {
  return (
    <Page title="Investments">
      <Suspense fallback={<SkeletonFigure />}>
        <Value />
      </Suspense>
      <Suspense fallback={<SkeletonRows rows={8} label="Loading holdings" />}>
        <Portfolio />
      </Suspense>
      <Suspense fallback={<SkeletonRows rows={4} label="Loading activity" />}>
        <Activity />
      </Suspense>
    </Page>
  );
}
