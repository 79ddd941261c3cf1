import { OwedFigure } from '@/components/debts/owed-figure';
import { totals } from '@/lib/core/money';
import { dueOf } from '@/lib/debts/due';
import { owed } from '@/lib/debts/owed';
import { getWriting } from '@/lib/writing';
import { readDebts } from './read-debts';

export async function Owed() {
  const [{ debts, home, today }, writing] = await Promise.all([readDebts(), getWriting()]);
  if (debts.length === 0) return null;
  const sums = totals(debts.flatMap((debt) => owed(debt) ?? []));
  const overdue = debts.filter(
    ({ terms }) => terms !== null && dueOf(terms, today, writing).state === 'overdue',
  );
  return <OwedFigure totals={sums} home={home} overdueNames={overdue.map(({ name }) => name)} />;
}
