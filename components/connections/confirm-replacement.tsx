'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/components/ui/form-action';

type Props = {
  itemId: string;
  by: string;
  /** The accounts as they were shown: "former>present", one after the other. */
  pairs: string;
  /** The new connection is not counted yet; it may also be kept beside the former one. */
  isWaiting: boolean;
  confirm: FormAction;
  keepBoth: FormAction;
};

/** The one step that changes something, and the way out. */
export function ConfirmReplacement({ itemId, by, pairs, isWaiting, confirm, keepBoth }: Props) {
  const [confirmed, submit, isReplacing] = useActionState(confirm, null);
  const [kept, keep, isKeeping] = useActionState(keepBoth, null);
  const failed = [confirmed, kept].find((result) => result?.ok === false);
  return (
    <div className="grid gap-3">
      {failed?.ok === false && (
        <p role="alert" className="text-13 text-danger">
          {failed.message}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <form action={submit}>
          <input type="hidden" name="itemId" value={itemId} />
          <input type="hidden" name="by" value={by} />
          <input type="hidden" name="pairs" value={pairs} />
          <Button type="submit" variant="primary" busy={isReplacing}>
            Replace and keep my history
          </Button>
        </form>
        {isWaiting && (
          <form action={keep}>
            <input type="hidden" name="itemId" value={by} />
            <Button type="submit" busy={isKeeping}>
              Keep both: they are different accounts
            </Button>
          </form>
        )}
      </div>
    </div>
  );
}
