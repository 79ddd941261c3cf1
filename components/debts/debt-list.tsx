import type { Day } from '@/lib/core/day';
import { type Debt, DebtRow } from './debt-row';

type Props = { debts: readonly Debt[]; label: string; today: Day; home: string };

/** Each card or loan on a row of its own; its terms open beneath it. */
export function DebtList({ debts, label, today, home }: Props) {
  return (
    <ul aria-label={label}>
      {debts.map((debt) => (
        <DebtRow key={debt.accountId} debt={debt} today={today} home={home} />
      ))}
    </ul>
  );
}
