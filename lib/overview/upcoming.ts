/**
 * What is due in the next days? Recurring streams and the due dates of cards and loans, where the same bill can
 * come from both: a due date takes the place of the payment stream that fits it, since the bank's own date and
 * amount are surer than a guess. Only a date beyond the last day gives way to the payment that goes off ahead of it.
 */
import { addDays, type Day, daysBetween } from '@/lib/core/day';

/** A stream's next occurrences. `amount` is ours: a bill is negative. */
export type ExpectedPayment = {
  id: string;
  name: string;
  days: readonly Day[];
  amount: number;
  currency: string;
  categoryId: string;
  direction: 'inflow' | 'outflow';
  /** Its category only moves money between own accounts: no bill, unless it pays a debt. */
  isTransfer: boolean;
};

/** A card's or loan's next payment; `amount` is what is to be paid, positive, null when the bank names none. */
export type DebtPayment = {
  accountId: string;
  name: string;
  kind: 'credit' | 'mortgage' | 'student' | 'loan' | 'line-of-credit';
  dueDay: Day;
  amount: number | null;
  minimum: number | null;
  currency: string;
};

export type Upcoming = {
  key: string;
  day: Day;
  name: string;
  /** Negative leaves, positive comes; null when nobody knows how much. */
  amount: number | null;
  currency: string;
} & (
  | { source: 'stream'; categoryId: string }
  | { source: 'debt'; minimum: number | null; kind: DebtPayment['kind'] }
);

/** Under which categories a debt's payments run. */
const DEBT_CATEGORIES: Record<DebtPayment['kind'], readonly string[]> = {
  credit: ['card-payment'],
  mortgage: ['housing', 'loan-payment'],
  student: ['loan-payment', 'education'],
  loan: ['loan-payment'],
  'line-of-credit': ['loan-payment', 'card-payment'],
};

/** People pay some days before the date, and banks book some days after it. */
const DAYS_APART = 10;
/** A loan's payment is the same each month; a card's differs, so its amount says nothing. */
const AMOUNT_APART = 0.1;

/** In order of day, from `today` to `last`. A debt that is settled (amount 0) is not due. */
export function upcoming(
  streams: readonly ExpectedPayment[],
  debts: readonly DebtPayment[],
  { today, last }: { today: Day; last: Day },
): Upcoming[] {
  const inWindow = (day: Day) => day >= today && day <= last;
  const paying = payingStreams(streams, debts);
  const claimed = new Set([...paying.values()].map(({ id }) => id));
  const fromStreams = streams
    .filter(({ id, isTransfer }) => !claimed.has(id) && !isTransfer)
    .flatMap((stream) => stream.days.filter(inWindow).map((day) => fromStream(stream, day)));
  const fromDebts = debts.flatMap((debt) => {
    const day = [debt.dueDay, ...aheadOf(debt, paying.get(debt))].find(inWindow);
    return day !== undefined && debt.amount !== 0 ? [fromDebt(debt, day)] : [];
  });
  return [...fromDebts, ...fromStreams].toSorted(
    (a, b) => a.day.localeCompare(b.day) || (a.amount ?? 0) - (b.amount ?? 0),
  );
}

/** Days to look ahead for streams so that one which pays a debt just after the window is still recognised. */
export function lookAhead(last: Day): Day {
  return addDays(last, DAYS_APART);
}

/** Each debt claims the one stream that fits it best, so that a second card is not paid by the same stream. */
function payingStreams(streams: readonly ExpectedPayment[], debts: readonly DebtPayment[]) {
  const paying = new Map<DebtPayment, ExpectedPayment>();
  const claimed = new Set<string>();
  for (const debt of debts) {
    const [best] = streams
      .filter((stream) => !claimed.has(stream.id) && fits(stream, debt))
      .toSorted((a, b) => apart(a, debt) - apart(b, debt));
    if (!best) continue;
    claimed.add(best.id);
    paying.set(debt, best);
  }
  return paying;
}

/** Where a payment goes off some days ahead of the date, it is those days that the cash must last to. */
function aheadOf(debt: DebtPayment, stream: ExpectedPayment | undefined): Day[] {
  return (stream?.days ?? []).filter(
    (day) => day < debt.dueDay && daysBetween(day, debt.dueDay) <= DAYS_APART,
  );
}

function fits(stream: ExpectedPayment, debt: DebtPayment): boolean {
  if (stream.direction !== 'outflow' || stream.currency !== debt.currency) return false;
  if (!DEBT_CATEGORIES[debt.kind].includes(stream.categoryId)) return false;
  if (apart(stream, debt) > DAYS_APART) return false;
  if (debt.kind === 'credit' || debt.amount === null) return true;
  return Math.abs(Math.abs(stream.amount) - debt.amount) <= debt.amount * AMOUNT_APART;
}

function apart(stream: ExpectedPayment, { dueDay }: DebtPayment): number {
  return Math.min(...stream.days.map((day) => Math.abs(daysBetween(day, dueDay))), Number.POSITIVE_INFINITY);
}

function fromStream({ id, name, amount, currency, categoryId }: ExpectedPayment, day: Day): Upcoming {
  return { key: `${id} ${day}`, source: 'stream', day, name, amount, currency, categoryId };
}

function fromDebt({ accountId, name, amount, minimum, currency, kind }: DebtPayment, day: Day): Upcoming {
  const due = amount === null ? null : -amount;
  return { key: accountId, source: 'debt', day, name, amount: due, currency, minimum, kind };
}
