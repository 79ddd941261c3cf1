import { type ReactNode, Suspense } from 'react';
import { Shell } from '@/components/layout/shell';
import { Skeleton } from '@/components/ui/skeleton';
import { WritingProvider } from '@/components/ui/writing';
import { getWriting } from '@/lib/writing';
import { Account } from './account';
import { Freshness } from './freshness';

/** Frame and navigation. Awaits nothing itself: who is signed in and how fresh the data is stream in. */
export default function AppLayout({ children }: { children: ReactNode }) {
  return (
    <WritingProvider writing={getWriting()}>
      <Shell
        status={
          <Suspense fallback={<Skeleton className="h-3 w-32" />}>
            <Freshness />
          </Suspense>
        }
        account={
          <Suspense fallback={<Skeleton className="mx-3 h-19" />}>
            <Account />
          </Suspense>
        }
      >
        {children}
      </Shell>
    </WritingProvider>
  );
}
