import { MoneyText } from '@/components/ui/money-text';
import { Section } from '@/components/ui/section';
import type { Pace } from '@/lib/budgets/pace';
import type { BudgetGroup } from '@/lib/budgets/progress';
import { BudgetRow, type RowForms } from './budget-row';

type Props = { group: BudgetGroup; pace: Pace } & RowForms;

/** A few categories that belong together, with what they come to. */
export function BudgetGroupSection({ group, pace, ...forms }: Props) {
  const { name, spent, limit, lines } = group;
  return (
    <Section
      title={name}
      action={
        <>
          <MoneyText value={spent} home={forms.home} />
          {limit && (
            <>
              {' of '}
              <MoneyText value={limit} home={forms.home} cents="auto" />
            </>
          )}
        </>
      }
    >
      <ul className="border-t border-line pt-1">
        {lines.map((line) => (
          <BudgetRow key={line.category.id} line={line} pace={pace} {...forms} />
        ))}
      </ul>
    </Section>
  );
}
