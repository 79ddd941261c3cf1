import { after } from 'next/server';
import { AccountList } from '@/components/connections/account-list';
import { ProductList } from '@/components/connections/product-list';
import { ProgressList } from '@/components/connections/progress-list';
import { RefreshForm } from '@/components/connections/refresh-form';
import { RefreshWhileWaiting } from '@/components/connections/refresh-while-waiting';
import { WaitingNotice } from '@/components/connections/waiting-notice';
import { LinkButton } from '@/components/ui/button';
import { Initials } from '@/components/ui/initials';
import { Section } from '@/components/ui/section';
import { type ConnectionDetail, getConnection } from '@/db/queries/connections';
import { getProfile } from '@/db/queries/users';
import { requireUserId } from '@/lib/auth';
import { secondsUntilRefresh } from '@/lib/connections/cool-down';
import type { ConnectionText } from '@/lib/connections/describe';
import { nextRefresh } from '@/lib/connections/next-refresh';
import { productLines } from '@/lib/connections/product-lines';
import { isWaiting, progressOf } from '@/lib/connections/progress';
import { formatMoment } from '@/lib/core/format-time';
import type { ItemId } from '@/lib/core/id';
import type { Writing } from '@/lib/core/writing';
import { drainJobs, workUntil } from '@/lib/sync/drain-jobs';
import { getNow } from '@/lib/today';
import { getWriting } from '@/lib/writing';
import { refreshConnection } from '../actions';
import { orNotFound } from '../or-not-found';
import { countAccounts, datesOf, freshnessOf, statusOf } from '../status';
import { Attention } from './attention';
import { Freshness } from './freshness';
import { Manage } from './manage';
import { RecentRuns } from './recent-runs';
import { Replaced, Withdrawn } from './replaced';
import { Unexplained } from './unexplained';

/** One connection: what it needs, how far it has come, how fresh it is, what it shares, and what can be done with it. */
export async function Detail({ itemId }: { itemId: ItemId }) {
  const userId = await requireUserId();
  const [profile, writing] = await Promise.all([getProfile(userId), getWriting()]);
  const now = getNow();
  const connection = await getConnection(userId, itemId).catch(orNotFound);
  const status = statusOf(connection, writing, now);
  const isUsable = connection.state === 'healthy' || connection.state === 'repair-soon';
  const cooling = coolingOf(connection, writing, now);
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
      {connection.replacesItemId !== null && (
        <WaitingNotice
          bank={connection.institutionName}
          formerId={connection.replacesItemId}
          presentId={itemId}
        />
      )}
      <Attention itemId={itemId} status={status} cooling={cooling} />
      <ComingIn connection={connection} status={status} writing={writing} now={now} isUsable={isUsable} />
      <Section title="How fresh it is">
        <Freshness connection={connection} writing={writing} now={now} />
        {isUsable && status.action !== 'refresh' && (
          <div className="mt-4">
            <RefreshForm itemId={itemId} cooling={cooling} action={refreshConnection} />
          </div>
        )}
      </Section>
      {connection.accounts.length > 0 && (
        <Section title="Accounts">
          <AccountList accounts={connection.accounts.filter(isShared)} home={profile.currency} />
          <Unexplained userId={userId} itemId={itemId} />
        </Section>
      )}
      <Replaced userId={userId} itemId={itemId} home={profile.currency} />
      <Withdrawn userId={userId} itemId={itemId} />
      <RecentRuns userId={userId} connection={connection} />
      <Manage userId={userId} connection={connection} status={status} />
    </div>
  );
}

type ComingInProps = {
  connection: ConnectionDetail;
  status: ConnectionText;
  writing: Writing;
  now: Date;
  isUsable: boolean;
};

/** Step by step while it comes in for the first time, by itself; kind by kind from then on. */
function ComingIn({ connection, status, writing, now, isUsable }: ComingInProps) {
  const { accounts, products, initialUpdateAt, historicalUpdateAt } = connection;
  const accountCount = accounts.filter(({ closedAt }) => closedAt === null).length;
  const hasHistory = historicalUpdateAt !== null;
  const steps = progressOf({
    products,
    accountCount,
    hasInitialUpdate: initialUpdateAt !== null,
    hasHistoricalUpdate: hasHistory,
  });
  const isComing = isUsable && isWaiting(steps);
  const next = nextRefresh(connection, now).kind;
  // Whoever watches moves the work on, also where neither webhooks nor a schedule reach this server.
  if (isComing || next === 'soon') after(() => drainJobs({ until: workUntil() }));
  const { sentence } = status;
  const facts = { ...connection, ...datesOf(connection, writing, now), accountCount, hasHistory, sentence };
  return (
    <Section title={isComing ? 'Coming in now' : 'What has come in'}>
      {isComing ? <ProgressList steps={steps} /> : <ProductList lines={productLines(products, facts, now)} />}
      <RefreshWhileWaiting waiting={isComing || next === 'soon' || next === 'running'} />
      {initialUpdateAt !== null && isRecent(connection, now) && (
        <p className="mt-4">
          <LinkButton href="/dashboard">Go to the overview</LinkButton>
        </p>
      )}
    </Section>
  );
}

const RECENT_MS = 3_600_000;

/** Linked within the hour: the next step is to look at what it brought. */
function isRecent({ createdAt }: ConnectionDetail, now: Date): boolean {
  return now.getTime() - createdAt.getTime() < RECENT_MS;
}

/** What the person took back has a place of its own. */
function isShared({ withdrawnAt }: ConnectionDetail['accounts'][number]): boolean {
  return withdrawnAt === null;
}

function coolingOf({ lastRunAt }: ConnectionDetail, writing: Writing, now: Date) {
  const seconds = secondsUntilRefresh(lastRunAt, now);
  const end = new Date(now.getTime() + seconds * 1000);
  return { seconds, at: end.getTime(), clock: formatMoment(end, now, writing) };
}
