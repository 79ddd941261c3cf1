import { CATEGORIES } from '@/lib/categories/taxonomy';
import { groupBy } from '@/lib/core/group-by';

const GROUPS = [...groupBy(CATEGORIES, ({ group }) => group)];

/** Every category under its group, for a select. */
export function CategoryOptions() {
  return GROUPS.map(([group, categories]) => (
    <optgroup key={group} label={group}>
      {categories.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  ));
}
