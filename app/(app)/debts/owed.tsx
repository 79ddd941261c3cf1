import { OwedFigure } from '@/components/debts/owed-figure';
import { totals } from '@/lib/core/money';
import { dueOf } from '@/lib/debts/due';
import { owed } from '@/lib/debts/owed';
import { readDebts } from './read-debts';

export async function Owed() {
  const { debts, home, today } = await readDebts();
  if (debts.length === 0) return null;
  const sums = totals(debts.flatMap((debt) => owed(debt) ?? []));
  const overdue = debts.filter(({ terms }) => terms !== null && dueOf(terms, today).state === 'overdue');
  return <OwedFigure totals={sums} home={home} overdueNames={overdue.map(({ name }) => name)} />;
}
