import type { ReactNode } from 'react';
import { NothingHere } from '@/components/products/nothing-here';
import { type NamedStream, StreamList } from '@/components/recurring/stream-list';
import { MoneyText } from '@/components/ui/money-text';
import { Section } from '@/components/ui/section';
import { listProductStates } from '@/db/queries/products';
import { listConnectionStates } from '@/db/queries/overview';
import type { Day } from '@/lib/core/day';
import { absenceOf } from '@/lib/products/absence';
import { monthlyTotals } from '@/lib/recurring/arrange';
import { readStreams } from './read-streams';

/** Bills, income, own transfers, and what has ended, each by day. */
export async function Streams() {
  const { bills, income, transfers, ended, today, home, streams } = await readStreams();
  if (streams.length === 0) return <NoStreams />;
  const shared = { today, home };
  return (
    <div className="mt-8 grid gap-10">
      <Group title="Bills" streams={bills} {...shared} />
      <Group title="Income" streams={income} {...shared} />
      <Group title="Between your own accounts" streams={transfers} {...shared} action="not counted above" />
      <Group title="Ended" streams={ended} {...shared} action="by last day" />
    </div>
  );
}

type GroupProps = {
  title: string;
  streams: readonly NamedStream[];
  today: Day;
  home: string;
  action?: ReactNode;
};

function Group({ title, streams, today, home, action }: GroupProps) {
  if (streams.length === 0) return null;
  return (
    <Section title={title} action={action ?? <Totals streams={streams} home={home} />}>
      <StreamList label={title} streams={streams} today={today} home={home} />
    </Section>
  );
}

function Totals({ streams, home }: Pick<GroupProps, 'streams' | 'home'>) {
  return monthlyTotals(streams).map((total, index) => (
    <span key={total.currency}>
      {index > 0 && ' and '}
      <MoneyText value={total} home={home} /> a month
    </span>
  ));
}

async function NoStreams() {
  const { userId } = await readStreams();
  const [states, connections] = await Promise.all([
    listProductStates(userId, 'recurring'),
    listConnectionStates(userId),
  ]);
  return (
    <NothingHere
      absence={absenceOf(states, connections.length > 0)}
      what="recurring payments"
      promise="Bills, subscriptions and paychecks are found in your transactions by themselves, with the day they come next."
    />
  );
}
