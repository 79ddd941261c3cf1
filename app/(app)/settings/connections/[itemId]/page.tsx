import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { Page } from '@/components/layout/page';
import { SettingsNav } from '@/components/settings/settings-nav';
import { SkeletonRows } from '@/components/ui/skeleton';
import { isUuid, type ItemId } from '@/lib/core/id';
import { Detail } from './detail';

export const metadata: Metadata = { title: 'Connection' };

type Props = { params: Promise<{ itemId: string }> };

export default async function ConnectionPage({ params }: Props) {
  const { itemId } = await params;
  if (!isItemId(itemId)) notFound();
  return (
    <Page title="Settings" width="prose" actions={<SettingsNav current="/settings/connections" />}>
      <Suspense fallback={<SkeletonRows rows={6} label="Loading the connection" />}>
        <Detail itemId={itemId} />
      </Suspense>
    </Page>
  );
}

function isItemId(text: string): text is ItemId {
  return isUuid(text);
}
