import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { BAR_ITEMS, MORE_ITEMS } from './nav-items';
import { MoreSheet } from './more-sheet';
import { MoreToggle } from './more-toggle';
import { NavLink } from './nav-link';

const ENTRY =
  'flex h-14 flex-col items-center justify-center gap-1 text-12 text-ink-2 aria-[current=page]:font-semibold ' +
  'aria-[current=page]:text-accent';

const ROW =
  'flex h-12 items-center gap-3 rounded-lg px-3 text-16 text-ink aria-[current=page]:bg-accent-soft ' +
  'aria-[current=page]:font-semibold aria-[current=page]:text-accent';

/** The navigation of phones and small windows: four pages and everything else. */
export function BottomBar({ status, account }: { status: ReactNode; account: ReactNode }) {
  return (
    <nav
      aria-label="Pages"
      className="no-print fixed inset-x-0 bottom-0 z-30 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="mx-auto grid max-w-xl grid-cols-5 max-[22rem]:grid-cols-[repeat(5,auto)]">
        {BAR_ITEMS.map(({ href, label, icon: Icon }) => (
          <li key={href}>
            <NavLink href={href} className={ENTRY}>
              <Icon aria-hidden className="size-5" strokeWidth={1.75} />
              {label}
            </NavLink>
          </li>
        ))}
        <li>
          <MoreToggle paths={MORE_ITEMS.map(({ href }) => href)} className={`${ENTRY} w-full`}>
            <Ellipsis aria-hidden className="size-5" strokeWidth={1.75} />
            More
          </MoreToggle>
        </li>
      </ul>
      <MoreSheet>
        <ul className="grid">
          {MORE_ITEMS.map(({ href, label, icon: Icon }) => (
            <li key={href}>
              <NavLink href={href} className={ROW}>
                <Icon aria-hidden className="size-5 text-ink-3" strokeWidth={1.75} />
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
        <div className="mt-3 border-t border-line px-3 pt-3 text-13 text-ink-3">{status}</div>
        <div className="mt-3">{account}</div>
      </MoreSheet>
    </nav>
  );
}
