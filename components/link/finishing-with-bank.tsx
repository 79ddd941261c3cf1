import { DeadEnd } from '@/components/layout/dead-end';

/** What stands behind Link, and before it, on the way back from a bank. */
export function FinishingWithBank() {
  return (
    <DeadEnd title="Finishing with your bank" action={null}>
      This takes a moment.
    </DeadEnd>
  );
}
