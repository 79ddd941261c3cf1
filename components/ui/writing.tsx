'use client';

import { createContext, type ReactNode, use } from 'react';
import { PLAIN, type Writing } from '@/lib/core/writing';

const Context = createContext<Writing | Promise<Writing>>(PLAIN);

/** How the person has figures written: what `#writing` is in the browser. The plain way without a provider. */
export function useWriting(): Writing {
  const given = use(Context);
  return 'then' in given ? use(given) : given;
}

/** Hands the server's `getWriting()` to the components that wake in the browser. */
export function WritingProvider({ writing, children }: { writing: Promise<Writing>; children: ReactNode }) {
  return <Context value={writing}>{children}</Context>;
}
