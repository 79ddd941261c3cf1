import Link from 'next/link';
import type { ListHref } from '@/lib/transactions/address';

type Props = { newest: ListHref | null; newer: ListHref | null; older: ListHref | null };

/** The ways on from one page of the list; one that leads nowhere is not there. */
export function Pager({ newest, newer, older }: Props) {
  if (!newer && !older) return null;
  return (
    <nav
      aria-label="Newer and older"
      className="no-print mt-4 flex items-center gap-1 border-t border-line pt-4"
    >
      {newest && <PagerLink href={newest}>Newest</PagerLink>}
      {newer && <PagerLink href={newer}>Newer</PagerLink>}
      {older && (
        <span className="-mr-3 ml-auto">
          <PagerLink href={older}>Older</PagerLink>
        </span>
      )}
    </nav>
  );
}

function PagerLink({ href, children }: { href: ListHref; children: string }) {
  return (
    <Link
      href={href}
      className="touch-target inline-flex h-9 items-center justify-center rounded-lg px-3 font-medium text-ink-2 hover:bg-hover hover:text-ink"
    >
      {children}
    </Link>
  );
}
