'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

type Props = { href: Route; className: string; children: ReactNode };

/** A link that knows whether it leads to the page one is on, or to one above it; style it by `aria-[current=page]`. */
export function NavLink({ href, className, children }: Props) {
  const path = usePathname();
  const isCurrent = path === href || path.startsWith(`${href}/`);
  return (
    <Link href={href} className={className} aria-current={isCurrent ? 'page' : undefined}>
      {children}
    </Link>
  );
}
