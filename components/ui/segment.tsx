import type { Route } from 'next';
import Link from 'next/link';
import { cn } from './cn';

type Option = { label: string; href: Route; current: boolean };

/** A few views of the same thing, one of them chosen; each is an address, so it can be shared and gone back from. */
export function Segment({ label, options }: { label: string; options: readonly Option[] }) {
  return (
    <nav aria-label={label} className="inline-flex gap-0.5 rounded-lg bg-sunken p-0.5">
      {options.map(({ label: text, href, current }) => (
        <Link
          key={href}
          href={href}
          scroll={false}
          aria-current={current ? 'true' : undefined}
          className={cn(
            'touch-target inline-flex h-7 items-center justify-center rounded-md px-3 text-13 whitespace-nowrap text-ink-2 max-[22rem]:px-2 hover:text-ink',
            current && 'bg-thumb font-medium text-ink shadow-raised',
          )}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
