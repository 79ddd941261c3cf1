import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Page } from '@/components/layout/page';
import { SkeletonFigure, SkeletonRows } from '@/components/ui/skeleton';
import { Debts } from './debts';
import { Owed } from './owed';

export const metadata: Metadata = { title: 'Debts' };

export default function DebtsPage() {
  return (
    <Page title="Debts">
      <Suspense fallback={<SkeletonFigure />}>
        <Owed />
      </Suspense>
      <Suspense fallback={<SkeletonRows rows={5} label="Loading debts" />}>
        <Debts />
      </Suspense>
    </Page>
  );
}
