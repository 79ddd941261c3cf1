'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import type { FormAction } from './form-action';

type Props = {
  itemId: string;
  /** Seconds until it may be pressed again; 0 when it may be now. */
  wait: number;
  action: FormAction;
};

/** Asks the bank for what is new. */
export function RefreshForm({ itemId, wait, action }: Props) {
  const [result, submit, isAsking] = useActionState(action, null);
  return (
    <form action={submit} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="itemId" value={itemId} />
      <Button type="submit" busy={isAsking} disabled={wait > 0}>
        Refresh now
      </Button>
      <p role="status" className="text-13 text-ink-3">
        {result?.message ?? (wait > 0 ? 'Asked a moment ago.' : '')}
      </p>
    </form>
  );
}
