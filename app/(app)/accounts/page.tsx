import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Page } from '@/components/layout/page';
import { SkeletonRows } from '@/components/ui/skeleton';
import { AccountList } from './account-list';

export const metadata: Metadata = { title: 'Accounts' };

export default function AccountsPage() {
  return (
    <Page title="Accounts">
      <Suspense fallback={<SkeletonRows rows={8} label="Loading accounts" />}>
        <AccountList />
      </Suspense>
    </Page>
  );
}
