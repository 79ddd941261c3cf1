import Link from 'next/link';
import { MoneyText } from '@/components/ui/money-text';
import { Section } from '@/components/ui/section';
import type { BudgetMonth } from '@/lib/budgets/progress';
import type { Month } from '@/lib/core/month';
import { listHref } from '@/lib/transactions/address';

type Props = { income: BudgetMonth['income']; month: Month; home: string };

/** What came in, apart from what was spent. */
export function Income({ income, month, home }: Props) {
  if (income.length === 0) return null;
  return (
    <Section title="Income" action="Transfers, card payments and investing are neither.">
      <ul className="border-t border-line pt-1">
        {income.map(({ category, amount }) => (
          <li key={category.id}>
            <Link
              href={listHref({ filter: { categoryId: category.id, month } })}
              className="-mx-2 flex min-h-row items-center justify-between gap-4 rounded-lg px-2 hover:bg-hover"
            >
              {category.name}
              <MoneyText value={amount} kind="flow" home={home} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
