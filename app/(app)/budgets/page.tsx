import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { requireUserId } from '@/lib/auth';
import { monthOf } from '@/lib/core/month';
import { getToday } from '@/lib/today';

/** The budget of the month it is where the person is. */
export default async function BudgetsPage() {
  const today = await getToday(await requireUserId());
  redirect(`/budgets/${monthOf(today)}` as Route);
}
