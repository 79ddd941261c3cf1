'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import type { FormAction, FormResult } from '@/components/ui/form-action';

/** Ends every session of the person, here and elsewhere. Says so only where it was refused: else one is gone. */
export function SignOutEverywhere({ action }: { action: FormAction }) {
  const [result, submit, isBusy] = useActionState<FormResult | null, FormData>(action, null);
  return (
    <form action={submit} className="grid justify-items-start gap-3">
      <p className="text-14 text-ink-2">
        Ends every session of yours: in this browser, and in any that you left open elsewhere.
      </p>
      <Button type="submit" busy={isBusy}>
        Sign out everywhere
      </Button>
      <p role="status" className="text-13 text-ink-2 empty:hidden">
        {result?.message}
      </p>
    </form>
  );
}
