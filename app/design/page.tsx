import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Shell } from '@/components/layout/shell';
import { UserMenu } from '@/components/layout/user-menu';
import { env } from '@/lib/env';
import { DesignCharts } from './charts';
import { DesignParts } from './parts';
import { DesignStates } from './states';

export const metadata: Metadata = { title: 'Design' };

/** Every component in its states, on one page. Exists in development only. */
export default function DesignPage() {
  if (env().NODE_ENV === 'production') notFound();
  return (
    <Shell
      status={
        <>
          All 2 banks up to date
          <br />2 minutes ago
        </>
      }
      account={<UserMenu name="Ann" email="ann@example.com" />}
    >
      <DesignCharts />
      <DesignParts />
      <DesignStates />
    </Shell>
  );
}
