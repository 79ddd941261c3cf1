'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import type { FormAction } from './form-action';

type Props = { itemId: string; institutionName: string; accounts: string; action: FormAction };

/** Ends a connection. It cannot be undone, so it is asked for twice and says what goes. */
export function RemoveForm({ itemId, institutionName, accounts, action }: Props) {
  const [result, submit, isRemoving] = useActionState(action, null);
  return (
    <Dialog
      trigger={<Button variant="danger">Remove this connection</Button>}
      title={`Remove ${institutionName}?`}
      description={`${accounts} and all their transactions, balances and notes are deleted from Evenkeel, and Plaid's access to the bank ends. Nothing changes at the bank. This cannot be undone.`}
    >
      <form action={submit} className="grid gap-3">
        <input type="hidden" name="itemId" value={itemId} />
        {result?.ok === false && (
          <p role="alert" className="text-13 text-danger">
            {result.message}
          </p>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose asChild>
            <Button variant="quiet">Keep it</Button>
          </DialogClose>
          <Button type="submit" variant="danger" busy={isRemoving}>
            Remove and delete
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
