'use client';

import { type ComponentProps, useActionState, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/components/ui/form-action';

/** Until when it may not be pressed again: how many seconds from now (0: it may), the instant, and the person's clock. */
export type Cooling = { seconds: number; at: number; clock: string };

type Props = {
  itemId: string;
  cooling: Cooling;
  action: FormAction;
} & Pick<ComponentProps<typeof Button>, 'variant'>;

/** Asks the bank for what is new; while it was asked a moment ago, says when it may be asked again. */
export function RefreshForm({ itemId, cooling, action, variant = 'secondary' }: Props) {
  const [result, submit, isAsking] = useActionState(action, null);
  const isCooling = useCooling(cooling);
  const again = isCooling ? `You can ask again at ${cooling.clock}.` : '';
  return (
    <form action={submit} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="itemId" value={itemId} />
      <Button type="submit" variant={variant} busy={isAsking} disabled={isCooling}>
        Refresh now
      </Button>
      <p role="status" className="text-13 text-ink-3">
        {result === null ? again && `Asked a moment ago. ${again}` : (result.message ?? again)}
      </p>
    </form>
  );
}

/** True until the time is up, by this browser's own timer: its clock may be wrong. */
function useCooling({ seconds, at }: Cooling): boolean {
  const [over, setOver] = useState<number | null>(null);
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setTimeout(() => setOver(at), seconds * 1000);
    return () => clearTimeout(timer);
  }, [seconds, at]);
  return seconds > 0 && over !== at;
}
