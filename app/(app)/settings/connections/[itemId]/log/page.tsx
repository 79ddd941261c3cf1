import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { Page } from '@/components/layout/page';
import { SettingsNav } from '@/components/settings/settings-nav';
import { SkeletonRows } from '@/components/ui/skeleton';
import { isUuid, itemId as toItemId } from '@/lib/core/id';
import { Log } from './log';

export const metadata: Metadata = { title: 'Log of a connection' };

type Props = {
  params: Promise<{ itemId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function LogPage({ params, searchParams }: Props) {
  const [{ itemId }, { before, only }] = await Promise.all([params, searchParams]);
  if (!isUuid(itemId)) notFound();
  return (
    <Page title="Settings" width="prose" actions={<SettingsNav current="/settings/connections" />}>
      <Suspense fallback={<SkeletonRows rows={8} label="Loading the log" />}>
        <Log
          itemId={toItemId(itemId)}
          before={typeof before === 'string' && isUuid(before) ? before : null}
          onlyProblems={only === 'problems'}
        />
      </Suspense>
    </Page>
  );
}
