'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ListHref } from '@/lib/transactions/address';

type Props = { label: string; closeHref: ListHref; children: ReactNode };

/** Beside the list where there is room, over its lower part on a phone. Esc closes, and so does the cross. */
export function SidePanel({ label, closeHref, children }: Props) {
  const router = useRouter();
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    // Whoever is in it already, before the script came, stays where they are.
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const close = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') router.push(closeHref, { scroll: false });
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [router, closeHref]);

  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-40 max-h-[85dvh] overflow-y-auto rounded-t-xl bg-raised p-5 pb-8 shadow-float outline-none lg:sticky lg:inset-x-auto lg:top-6 lg:bottom-auto lg:z-0 lg:mt-5 lg:max-h-[calc(100dvh-3rem)] lg:w-84 lg:shrink-0 lg:rounded-xl lg:pb-5 lg:shadow-raised"
    >
      <Link
        href={closeHref}
        scroll={false}
        aria-label="Close"
        className="touch-target absolute top-3 right-3 inline-flex size-8 items-center justify-center rounded-lg text-ink-2 hover:bg-hover hover:text-ink"
      >
        <X aria-hidden className="size-4" />
      </Link>
      {children}
    </aside>
  );
}
