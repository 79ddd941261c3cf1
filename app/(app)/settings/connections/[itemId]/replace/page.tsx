import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { Page } from '@/components/layout/page';
import { SettingsNav } from '@/components/settings/settings-nav';
import { SkeletonRows } from '@/components/ui/skeleton';
import { isUuid, type ItemId } from '@/lib/core/id';
import { Replace } from './replace';

export const metadata: Metadata = { title: 'Replace a connection' };

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ itemId: string }>; searchParams: Promise<Search> };

/** The connection of the address is the one that is replaced; `by` is the one that takes its place. */
export default async function ReplacePage({ params, searchParams }: Props) {
  const [{ itemId }, search] = await Promise.all([params, searchParams]);
  const by = typeof search['by'] === 'string' && isItemId(search['by']) ? search['by'] : null;
  if (!isItemId(itemId)) notFound();
  return (
    <Page title="Settings" width="prose" actions={<SettingsNav current="/settings/connections" />}>
      <Suspense fallback={<SkeletonRows rows={6} label="Comparing the two connections" />}>
        <Replace formerId={itemId} presentId={by} search={search} />
      </Suspense>
    </Page>
  );
}

function isItemId(text: string): text is ItemId {
  return isUuid(text);
}
