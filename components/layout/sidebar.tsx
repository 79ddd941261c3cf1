import Link from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from './logo';
import { NAV_GROUPS } from './nav-items';
import { NavLink } from './nav-link';

const LINK =
  'flex h-9 items-center rounded-lg px-3 text-14 text-ink-2 transition-colors hover:bg-hover hover:text-ink ' +
  'aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-accent ' +
  'pointer-coarse:h-11';

/** The navigation of wide screens: all pages, then how fresh the data is, then who is signed in. */
export function Sidebar({ status, account }: { status: ReactNode; account: ReactNode }) {
  return (
    <header className="no-print hidden w-54 shrink-0 border-r border-line lg:block">
      <div className="sticky top-0 flex h-dvh flex-col overflow-y-auto px-4 py-6">
        <Link
          href="/dashboard"
          className="mb-5 self-start rounded-md px-3 py-1"
          aria-label="Evenkeel, overview"
        >
          <Logo />
        </Link>
        <nav aria-label="Pages" className="grid gap-5">
          {NAV_GROUPS.map((group) => (
            <ul key={group[0]?.href} className="grid gap-0.5">
              {group.map(({ href, label }) => (
                <li key={href}>
                  <NavLink href={href} className={LINK}>
                    {label}
                  </NavLink>
                </li>
              ))}
            </ul>
          ))}
        </nav>
        <div className="mt-auto grid grid-cols-[minmax(0,1fr)] gap-3 pt-8">
          <div className="min-h-10 px-3 text-13 text-ink-3">{status}</div>
          {account}
        </div>
      </div>
    </header>
  );
}
