import type { ReactNode } from 'react';
import { cn } from './cn';

const TONES = {
  neutral: 'bg-sunken text-ink-2',
  accent: 'bg-accent-soft text-accent',
  attention: 'bg-attention-soft text-attention',
  danger: 'bg-danger-soft text-danger',
  /** Not final yet: pending, estimated. */
  tentative: 'text-ink-3 shadow-[inset_0_0_0_1px_var(--color-line)]',
};

type Props = { tone?: keyof typeof TONES; children: ReactNode; className?: string };

/** One or two words about the thing beside it: "pending", "overdue". */
export function Badge({ tone = 'neutral', children, className }: Props) {
  return (
    <span
      className={cn(
        'inline-flex items-center rounded-sm px-1.5 text-12 leading-5 font-medium whitespace-nowrap',
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
