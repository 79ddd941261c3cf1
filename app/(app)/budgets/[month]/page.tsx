import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { MonthSwitcher } from '@/components/budgets/month-switcher';
import { Page } from '@/components/layout/page';
import { SkeletonFigure, SkeletonRows } from '@/components/ui/skeleton';
import { formatMonth } from '@/lib/core/format-day';
import { isMonth } from '@/lib/core/month';
import { Budget } from './budget';

type Props = { params: Promise<{ month: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { month } = await params;
  return { title: isMonth(month) ? `Budget, ${formatMonth(month)}` : 'Budget' };
}

export default async function BudgetPage({ params }: Props) {
  const { month } = await params;
  if (!isMonth(month)) notFound();
  return (
    <Page title="Budget" actions={<MonthSwitcher month={month} />}>
      <Suspense
        key={month}
        fallback={
          <>
            <SkeletonFigure />
            <div className="mt-8">
              <SkeletonRows rows={8} label="Loading the budget" />
            </div>
          </>
        }
      >
        <Budget month={month} />
      </Suspense>
    </Page>
  );
}
