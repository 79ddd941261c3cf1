import { MonthlyFigure } from '@/components/recurring/monthly-figure';
import { monthlyTotals } from '@/lib/recurring/arrange';
import { readStreams } from './read-streams';

export async function MonthlyCost() {
  const { bills, income, home } = await readStreams();
  if (bills.length + income.length === 0) return null;
  return <MonthlyFigure bills={monthlyTotals(bills)} income={monthlyTotals(income)} home={home} />;
}
