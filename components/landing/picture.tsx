'use client';

import { useState } from 'react';

const ALT =
  'The overview of the demo household: net worth with its line of twelve months, this month’s spending, and what is due.';

/**
 * The overview as it is, light or dark like the page and drawn for a phone on a phone. Nothing stands here when
 * a picture is missing. Files: `public/screenshots/overview{,-phone}-{light,dark}.png`.
 */
export function Picture() {
  const [isMissing, setMissing] = useState(false);
  if (isMissing) return null;
  const missing = () => setMissing(true);
  return (
    <div className="mt-12 overflow-hidden rounded-xl bg-raised shadow-float lg:mt-16">
      <Shot theme="light" className="dark:hidden" onMissing={missing} />
      <Shot theme="dark" className="hidden dark:block" onMissing={missing} />
    </div>
  );
}

type ShotProps = { theme: 'light' | 'dark'; className: string; onMissing: () => void };

/** Lazy, so that a browser fetches only the one that is shown. */
function Shot({ theme, className, onMissing }: ShotProps) {
  return (
    <picture className={className}>
      <source media="(max-width: 40rem)" srcSet={`/screenshots/overview-phone-${theme}.png`} />
      <img
        // A picture that failed before this code woke has ended without a width.
        ref={(image) => {
          if (image?.complete && image.currentSrc !== '' && image.naturalWidth === 0) onMissing();
        }}
        src={`/screenshots/overview-${theme}.png`}
        alt={ALT}
        width={1440}
        height={900}
        loading="lazy"
        onError={onMissing}
        className="aspect-4/5 w-full object-cover object-top sm:aspect-16/10"
      />
    </picture>
  );
}
