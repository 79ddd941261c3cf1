import { BudgetGroupSection } from '@/components/budgets/budget-group';
import { BudgetVerdict } from '@/components/budgets/budget-verdict';
import { Elsewhere } from '@/components/budgets/elsewhere';
import { FirstLimit } from '@/components/budgets/first-limit';
import { Income } from '@/components/budgets/income';
import { LoadingBanks } from '@/components/budgets/loading-banks';
import { NoBudget } from '@/components/budgets/no-budget';
import { paceOf } from '@/lib/budgets/pace';
import { budgetMonth } from '@/lib/budgets/progress';
import { verdictOf } from '@/lib/budgets/verdict';
import { requireUserId } from '@/lib/auth';
import type { Month } from '@/lib/core/month';
import { changeLimit, endLimit } from './actions';
import { readBudget } from './read-budget';

/** The month's verdict, its categories with their limits, and what stands apart. */
export async function Budget({ month }: { month: Month }) {
  const { sums, limits, suggestions, loading, currency, today, hasAccounts } = await readBudget(
    await requireUserId(),
    month,
  );
  if (!hasAccounts) return <NoBudget />;
  const budget = budgetMonth(sums, limits, currency);
  const pace = paceOf(month, today);
  const forms = { month, home: currency, suggestions, changeLimit, endLimit };
  return (
    <>
      <BudgetVerdict verdict={verdictOf(budget, pace)} budget={budget} pace={pace} month={month} />
      <LoadingBanks banks={loading} />
      <div className="mt-8 grid gap-8">
        {budget.groups.map((group) => (
          <BudgetGroupSection key={group.name} group={group} pace={pace} {...forms} />
        ))}
        <FirstLimit groups={budget.groups} {...forms} />
        <Income income={budget.income} month={month} home={currency} />
        <Elsewhere lines={budget.elsewhere} month={month} />
      </div>
    </>
  );
}
