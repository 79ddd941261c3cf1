import { Check, CircleAlert, Minus } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { type ProgressStep, progressSentence } from '@/lib/connections/progress';

/** What has come in from a bank and what is on its way; said aloud as it changes, without interrupting. */
export function ProgressList({ steps }: { steps: readonly ProgressStep[] }) {
  return (
    <>
      <p role="status" className="sr-only">
        {progressSentence(steps)}
      </p>
      <ul>
        {steps.map((step) => (
          <li key={step.key} className="flex min-h-11 items-center gap-3 border-t border-line first:border-0">
            <ProgressMark state={step.state} />
            <span className={cn(step.state === 'not-available' && 'text-ink-3')}>{step.name}</span>
            <span className="ml-auto py-1 text-right text-13 text-ink-3">{step.text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The state of one thing that comes in, beside its name; the words for it stand in the same row. */
export function ProgressMark({ state }: Pick<ProgressStep, 'state'>) {
  const shape = 'size-4 shrink-0';
  if (state === 'ready') return <Check aria-hidden className={cn(shape, 'text-accent')} />;
  if (state === 'failed') return <CircleAlert aria-hidden className={cn(shape, 'text-attention')} />;
  if (state === 'not-available') return <Minus aria-hidden className={cn(shape, 'text-ink-3')} />;
  return (
    <span aria-hidden className={cn(shape, 'grid place-items-center')}>
      <span className="size-2 animate-pulse rounded-full bg-line-strong" />
    </span>
  );
}
