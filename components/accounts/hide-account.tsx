'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/components/ui/form-action';

type Props = { accountId: string; isHidden: boolean; action: FormAction };

/** Leaves an account out of totals and lists; done again, it is back. */
export function HideAccount({ accountId, isHidden, action }: Props) {
  const [result, submit, isSaving] = useActionState(action, null);
  return (
    <form action={submit}>
      <input type="hidden" name="accountId" value={accountId} />
      <input type="hidden" name="isHidden" value={String(!isHidden)} />
      <Button
        type="submit"
        variant="quiet"
        size="sm"
        className="-mr-3"
        busy={isSaving}
        title={isHidden ? 'Count it in totals and lists again' : 'Leave it out of totals and lists'}
      >
        {isHidden ? 'Show again' : 'Hide'}
      </Button>
      {result?.ok === false && (
        <span role="alert" className="text-12 text-danger">
          {result.message}
        </span>
      )}
    </form>
  );
}
