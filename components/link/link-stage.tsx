'use client';

import dynamic from 'next/dynamic';
import type { ComponentProps } from 'react';

// In a chunk of their own: nobody loads them before they connect a bank.
const OpenLink = dynamic(() => import('./open-link').then((module) => module.OpenLink), { ssr: false });
const EmulatedLink = dynamic(() => import('./emulated-link').then((module) => module.EmulatedLink), {
  ssr: false,
});

type Props = ComponentProps<typeof OpenLink> & {
  /** The emulator's script, or null for Plaid's own; the server decides. */
  script: string | null;
};

/** Link, opened: Plaid's, or the emulator's in its place. */
export function LinkStage({ script, ...link }: Props) {
  if (script === null) return <OpenLink {...link} />;
  return (
    <EmulatedLink script={script} onFailure={link.onFailure}>
      <OpenLink {...link} />
    </EmulatedLink>
  );
}
