import type { ReactNode } from 'react';
import { cn } from './cn';

const TONES = {
  attention: 'bg-attention-soft [&_a]:text-attention [&_button]:text-attention',
  danger: 'bg-danger-soft [&_a]:text-danger [&_button]:text-danger',
  calm: 'bg-accent-soft [&_a]:text-accent [&_button]:text-accent',
};

type Props = {
  /** What happened, in one sentence: "Harbor Bank needs you to sign in again." */
  title: string;
  /** What is safe: "Your history is safe." */
  children?: ReactNode;
  /** One link or quiet button: what to do. */
  action?: ReactNode;
  tone?: keyof typeof TONES;
  /** Set when it appears in answer to something the person just did, so that it is read out. */
  live?: boolean;
  className?: string;
};

/** Something that needs a person, above what it is about. */
export function Notice({ title, children, action, tone = 'attention', live = false, className }: Props) {
  return (
    <div
      role={live ? 'alert' : undefined}
      className={cn('rounded-lg px-4 py-3 text-14 text-ink', TONES[tone], className)}
    >
      <strong className="font-semibold">{title}</strong>
      {children !== undefined && <> {children}</>}
      {action !== undefined && (
        <>
          {' '}
          <span className="inline-flex [&_a]:font-semibold [&_a]:hover:underline [&_button]:font-semibold">
            {action}
          </span>
        </>
      )}
    </div>
  );
}
