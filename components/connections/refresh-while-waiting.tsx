'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const SOON_MS = 2_000;
const LATER_MS = 10_000;
const PATIENCE_MS = 2 * 60_000;

/** Reads the page anew every two seconds while something is on its way, and more rarely after two minutes. */
export function RefreshWhileWaiting({ waiting }: { waiting: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!waiting) return;
    const began = Date.now();
    let timer = setTimeout(again, SOON_MS);
    function again() {
      if (!document.hidden) router.refresh();
      timer = setTimeout(again, Date.now() - began < PATIENCE_MS ? SOON_MS : LATER_MS);
    }
    return () => clearTimeout(timer);
  }, [waiting, router]);
  return null;
}
