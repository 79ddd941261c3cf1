import { useWriting } from '#writing';
import { Section } from '@/components/ui/section';
import type { BudgetGroup } from '@/lib/budgets/progress';
import { CATEGORIES } from '@/lib/categories/taxonomy';
import type { RowForms } from './budget-row';
import { LimitForm } from './limit-form';
import { suggested } from './suggested';

type Props = { groups: readonly BudgetGroup[] } & RowForms;

/** The categories without a limit and without spending in this month, for setting one all the same. */
export function FirstLimit({ groups, month, home, suggestions, changeLimit, endLimit }: Props) {
  const { hidden } = useWriting();
  const shown = new Set(groups.flatMap(({ lines }) => lines.map(({ category }) => category.id)));
  const rest = CATEGORIES.filter(({ id, kind }) => kind === 'spending' && !shown.has(id));
  if (rest.length === 0) return null;
  return (
    <details>
      <summary className="touch-target inline-flex list-none items-center text-13 text-ink-3 hover:text-accent hover:underline">
        {rest.length} more categories without spending
      </summary>
      <Section title="Nothing spent" className="mt-4">
        <ul className="border-t border-line pt-1 sm:columns-2 sm:gap-10">
          {rest.map(({ id, name }) => (
            <li key={id} className="flex min-h-row items-center justify-between gap-4">
              {name}
              <LimitForm
                key={month}
                categoryId={id}
                name={name}
                month={month}
                limit={null}
                suggestion={hidden ? null : suggested(suggestions.get(id), home)}
                changeLimit={changeLimit}
                endLimit={endLimit}
              />
            </li>
          ))}
        </ul>
      </Section>
    </details>
  );
}
