import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

const merge = extendTailwindMerge({
  extend: {
    theme: { spacing: ['row', 'row-2', 'row-pad'], text: ['12', '13', '14', '16', '20', '28', '40', '56'] },
  },
});

/** Joins class names; a later one wins over an earlier one that sets the same thing. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
