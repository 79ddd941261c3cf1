'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

type Props = { paths: readonly string[]; className: string; children: ReactNode };

/** Opens the sheet with everything else, and is marked while one is on a page that it leads to. */
export function MoreToggle({ paths, className, children }: Props) {
  const path = usePathname();
  const isWithin = paths.some((start) => path === start || path.startsWith(`${start}/`));
  return (
    <button
      type="button"
      popoverTarget="more"
      aria-current={isWithin ? 'page' : undefined}
      className={className}
    >
      {children}
    </button>
  );
}
