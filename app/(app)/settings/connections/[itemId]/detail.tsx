import { notFound } from 'next/navigation';
import { after } from 'next/server';
import { AccountList } from '@/components/connections/account-list';
import { ProgressList } from '@/components/connections/progress-list';
import { RefreshWhileWaiting } from '@/components/connections/refresh-while-waiting';
import { LinkButton } from '@/components/ui/button';
import { Initials } from '@/components/ui/initials';
import { Section } from '@/components/ui/section';
import { type ConnectionDetail, getConnection } from '@/db/queries/connections';
import { getProfile } from '@/db/queries/users';
import { requireUserId } from '@/lib/auth';
import { secondsUntilRefresh } from '@/lib/connections/cool-down';
import { isWaiting, progressOf } from '@/lib/connections/progress';
import { AppError } from '@/lib/core/errors';
import type { ItemId } from '@/lib/core/id';
import { drainJobs, workUntil } from '@/lib/sync/drain-jobs';
import { getNow } from '@/lib/today';
import { countAccounts, freshnessOf, statusOf } from '../status';
import { Actions, Attention } from './actions-section';

/** One connection: what it needs, how far it has come, what it shares, and what can be done with it. */
export async function Detail({ itemId }: { itemId: ItemId }) {
  const userId = await requireUserId();
  const [profile, now] = [await getProfile(userId), getNow()];
  const connection = await getConnection(userId, itemId).catch(orNotFound);
  const status = statusOf(connection, profile);
  const steps = stepsOf(connection);
  const isComing = isWaiting(steps) && (connection.state === 'healthy' || connection.state === 'repair-soon');
  // Whoever watches moves the work on, also where neither webhooks nor a schedule reach this server.
  if (isComing) after(() => drainJobs({ until: workUntil() }));
  return (
    <div className="grid gap-10">
      <header className="flex items-center gap-4">
        <Initials
          name={connection.institutionName}
          logo={connection.institutionLogo}
          className="size-12 text-16"
        />
        <div>
          <p className="text-28 font-semibold">{connection.institutionName}</p>
          <p className="text-13 text-ink-3">
            {countAccounts(connection)} · {freshnessOf(connection, now)}
          </p>
        </div>
      </header>
      <Attention itemId={itemId} status={status} />
      <Section title={isComing ? 'Coming in now' : 'What has come in'}>
        <ProgressList steps={steps} />
        <RefreshWhileWaiting waiting={isComing} />
        {connection.initialUpdateAt !== null && (
          <p className="mt-4">
            <LinkButton href="/dashboard" variant={isComing ? 'secondary' : 'primary'}>
              Go to the overview
            </LinkButton>
          </p>
        )}
      </Section>
      {connection.accounts.length > 0 && (
        <Section title="Accounts">
          <AccountList accounts={connection.accounts.map(shared)} home={profile.currency} />
        </Section>
      )}
      <Actions
        connection={connection}
        status={status}
        wait={secondsUntilRefresh(connection.lastRunAt, now)}
      />
    </div>
  );
}

function stepsOf(connection: ConnectionDetail) {
  return progressOf({
    products: connection.products,
    accountCount: connection.accounts.length,
    hasInitialUpdate: connection.initialUpdateAt !== null,
    hasHistoricalUpdate: connection.historicalUpdateAt !== null,
  });
}

function shared({ closedAt, ...account }: ConnectionDetail['accounts'][number]) {
  return { ...account, isClosed: closedAt !== null };
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === 'not-found') notFound();
  throw error;
}
