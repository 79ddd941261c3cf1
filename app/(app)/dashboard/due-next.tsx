import Link from 'next/link';
import { UpcomingList } from '@/components/overview/upcoming-list';
import { Section } from '@/components/ui/section';
import { addDays } from '@/lib/core/day';
import { amountDue } from '@/lib/debts/payment';
import { cashAtHand, coverage } from '@/lib/overview/coverage';
import { type DebtPayment, lookAhead, upcoming } from '@/lib/overview/upcoming';
import { isOver } from '@/lib/recurring/arrange';
import { expectedDays } from '@/lib/recurring/next-day';
import { readDebts } from '../debts/read-debts';
import { readWorth } from '../net-worth/read-worth';
import { readStreams } from '../recurring/read-streams';

const DAYS = 14;
const SHOWN = 4;

/** Bills, pay, and due dates of cards and loans in the next fortnight, each once. */
export async function DueNext() {
  const [{ streams, today, home }, { debts }, { accounts }] = await Promise.all([
    readStreams(),
    readDebts(),
    readWorth(),
  ]);
  const last = addDays(today, DAYS);
  const expected = streams
    .filter((stream) => !isOver(stream))
    .map((stream) => ({
      ...stream,
      days: expectedDays(stream, today, lookAhead(last)),
      amount: stream.lastAmount,
      isTransfer: stream.kind === 'transfer',
    }));
  const list = upcoming(expected, debts.flatMap(paymentOf), { today, last });
  const cash = cashAtHand(accounts, home);
  return (
    <Section title={`Due in the next ${DAYS} days`} action={<Link href="/recurring">All recurring</Link>}>
      {list.length === 0 ? (
        <p className="text-14 text-ink-3">Nothing that we know of.</p>
      ) : (
        <UpcomingList
          upcoming={list}
          coverage={cash === null ? null : coverage(cash, list, home)}
          home={home}
          today={today}
          limit={SHOWN}
        />
      )}
    </Section>
  );
}

function paymentOf(debt: Awaited<ReturnType<typeof readDebts>>['debts'][number]): DebtPayment[] {
  const { terms, accountId, name, currency } = debt;
  if (terms === null || terms.nextDueDay === null) return [];
  const { kind, nextDueDay, minimumPayment } = terms;
  return [
    {
      accountId,
      name,
      kind,
      dueDay: nextDueDay,
      amount: amountDue(terms),
      minimum: minimumPayment,
      currency,
    },
  ];
}
