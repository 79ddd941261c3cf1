import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Page } from '@/components/layout/page';
import { Skeleton, SkeletonFigure, SkeletonRows } from '@/components/ui/skeleton';
import { AccountActions } from './account-actions';
import { Balance } from './balance';
import { History } from './history';
import { Latest } from './latest';
import { readAccount } from './request';
import { Unexplained } from './unexplained';

type Props = { params: Promise<{ accountId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { account } = await readAccount((await params).accountId);
  return { title: account.name };
}

export default async function AccountPage({ params }: Props) {
  // Awaited before anything is sent, so that an account that is not there answers 404.
  const { accountId } = await params;
  const { account } = await readAccount(accountId);
  return (
    <Page title={account.name} actions={<AccountActions account={account} />}>
      <Suspense fallback={<SkeletonFigure />}>
        <Balance accountId={accountId} />
      </Suspense>
      {/* Hardly ever there, so that no place is kept for it. */}
      <Suspense fallback={null}>
        <Unexplained accountId={accountId} />
      </Suspense>
      <Suspense fallback={<Skeleton className="mt-6 h-60" />}>
        <History accountId={accountId} />
      </Suspense>
      <Suspense fallback={<SkeletonRows rows={8} label="Loading transactions" />}>
        <Latest accountId={accountId} />
      </Suspense>
    </Page>
  );
}
