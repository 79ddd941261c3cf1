import { Select } from '@/components/ui/field';

export type Option = { value: string; label: string };

type Props = { name: string; value: string; options: readonly Option[]; id: string };

/** One of a list; what is chosen stands in it even when the list has no place for it any more. */
export function Choice({ name, value, options, ...control }: Props) {
  const isListed = options.some((option) => option.value === value);
  const all = isListed ? options : [{ value, label: value }, ...options];
  return (
    <Select {...control} name={name} defaultValue={value}>
      {all.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}
