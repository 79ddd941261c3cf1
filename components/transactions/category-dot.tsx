import { categoryOf } from '@/lib/categories/taxonomy';

/** Data colours only: these are measured to stay apart. */
const COLORS: Record<string, string> = {
  Income: 'var(--color-data-1)',
  Home: 'var(--color-data-3)',
  Food: 'var(--color-data-5)',
  'Getting around': 'var(--color-data-7)',
  Living: 'var(--color-data-4)',
  Money: 'var(--color-data-2)',
};

/** The colour of the category's group, beside its name; never the only sign of it. */
export function CategoryDot({ categoryId }: { categoryId: string }) {
  const color = COLORS[categoryOf(categoryId).group] ?? 'var(--color-data-other)';
  return <span aria-hidden className="size-2 shrink-0 rounded-xs" style={{ background: color }} />;
}
