'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const FIRST_MS = 2_000;
const LONGEST_MS = 20_000;
const LONGER_EACH_TIME = 1.15;

/**
 * Reads the page anew while something is on its way: after two seconds, then ever more rarely. A tab that nobody
 * looks at asks nothing, and asks at once when it is looked at again. What says `data-keep-page` is not taken away
 * from under the person: a connection that is being removed would be a page that is not there.
 */
export function RefreshWhileWaiting({ waiting }: { waiting: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!waiting) return;
    let pause = FIRST_MS;
    let timer = setTimeout(look, pause);
    function look() {
      clearTimeout(timer);
      if (document.hidden) return;
      if (document.querySelector('[data-keep-page]') === null) router.refresh();
      timer = setTimeout(look, pause);
      pause = Math.min(LONGEST_MS, pause * LONGER_EACH_TIME);
    }
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [waiting, router]);
  return null;
}
