import Link from 'next/link';
import { MoneyText } from '@/components/ui/money-text';
import { Section } from '@/components/ui/section';
import type { BudgetMonth } from '@/lib/budgets/progress';
import type { Month } from '@/lib/core/month';
import { listHref } from '@/lib/transactions/address';

type Props = { lines: BudgetMonth['elsewhere']; month: Month };

/** Spending in other currencies: shown, but in no total above. */
export function Elsewhere({ lines, month }: Props) {
  if (lines.length === 0) return null;
  return (
    <Section title="In other currencies" action="Not in the sums above.">
      <ul className="border-t border-line pt-1">
        {lines.map(({ category, spent }) => (
          <li key={`${category.id} ${spent.currency}`}>
            <Link
              href={listHref({ filter: { categoryId: category.id, month } })}
              className="-mx-2 flex min-h-row items-center justify-between gap-4 rounded-lg px-2 hover:bg-hover"
            >
              {category.name}
              <MoneyText value={spent} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
