'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** The sheet behind "More". The browser opens it and closes it on Esc and on a tap beside it; a new page is a new sheet, so it is closed on arrival. */
export function MoreSheet({ children }: { children: ReactNode }) {
  return (
    <div
      key={usePathname()}
      id="more"
      popover="auto"
      className="fixed inset-x-2 top-auto bottom-2 m-0 max-h-[calc(100dvh-1rem)] w-auto overflow-y-auto rounded-xl bg-raised p-3 text-ink shadow-float backdrop:bg-veil lg:hidden"
    >
      {children}
    </div>
  );
}
