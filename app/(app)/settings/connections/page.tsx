import type { Metadata } from 'next';
import { Suspense } from 'react';
import { BeforeLink } from '@/components/connections/before-link';
import { ConnectionRow } from '@/components/connections/connection-row';
import { Page } from '@/components/layout/page';
import { ConnectButton } from '@/components/link/connect-button';
import { SettingsNav } from '@/components/settings/settings-nav';
import { Section } from '@/components/ui/section';
import { SkeletonRows } from '@/components/ui/skeleton';
import { listConnections } from '@/db/queries/connections';
import { requireUserId } from '@/lib/auth';
import { emulatedLinkScript } from '@/lib/link-script';
import { getNow } from '@/lib/today';
import { getWriting } from '@/lib/writing';
import { countAccounts, freshnessOf, statusOf } from './status';
import { Suggestions } from './suggestions';

export const metadata: Metadata = { title: 'Connections' };

export default function ConnectionsPage() {
  return (
    <Page title="Settings" width="prose" actions={<SettingsNav current="/settings/connections" />}>
      <div className="grid gap-10">
        <Suspense fallback={<SkeletonRows rows={2} label="Loading connections" />}>
          <Connected />
        </Suspense>
        <Section title="Connect a bank">
          <BeforeLink />
          <div className="mt-4">
            <ConnectButton script={emulatedLinkScript()} />
          </div>
        </Section>
      </div>
    </Page>
  );
}

async function Connected() {
  const userId = await requireUserId();
  const [connections, writing] = await Promise.all([listConnections(userId), getWriting()]);
  const now = getNow();
  if (connections.length === 0) {
    return <p className="text-14 text-ink-2">No bank is connected yet. Your accounts will be listed here.</p>;
  }
  return (
    <div className="grid gap-4">
      <Suggestions userId={userId} />
      <ul>
        {connections.map((connection) => (
          <ConnectionRow
            key={connection.id}
            id={connection.id}
            name={connection.institutionName}
            logo={connection.institutionLogo}
            status={statusOf(connection, writing, now)}
            accounts={countAccounts(connection)}
            freshness={freshnessOf(connection, now)}
          />
        ))}
      </ul>
    </div>
  );
}
