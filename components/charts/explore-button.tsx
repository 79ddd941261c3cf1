'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Day } from '@/lib/core/day';
import type { StackSeries } from './stack';

const ExploreStack = dynamic(async () => (await import('./explore-stack')).ExploreStack, {
  ssr: false,
  loading: () => <p className="text-13 text-ink-3">Loading the chart</p>,
});

type Props = {
  days: readonly Day[];
  series: readonly StackSeries[];
  currency: string;
  /** The still chart, drawn on the server; it stands until someone asks for more. */
  children: ReactNode;
};

/** The still chart with a way into the one that answers to a pointer; its code is fetched only then. */
export function ExploreButton({ children, ...chart }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <div className="no-print relative z-10 -mb-5 flex sm:-mb-8 justify-end">
        <Button
          variant="quiet"
          size="sm"
          className="-mr-3"
          aria-pressed={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Still chart' : 'Explore'}
        </Button>
      </div>
      {isOpen ? <ExploreStack {...chart} /> : children}
    </div>
  );
}
