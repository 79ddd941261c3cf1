'use client';

import { useActionState, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Input } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-action';

type Props = { accountId: string; displayName: string | null; bankName: string; action: FormAction };

/** A name of one's own for an account; left empty, the bank's name holds. */
export function RenameAccount({ accountId, displayName, bankName, action }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [result, submit, isSaving] = useActionState<Awaited<ReturnType<FormAction>> | null, FormData>(
    async (previous, form) => {
      const answer = await action(previous, form);
      if (answer.ok) setOpen(false);
      return answer;
    },
    null,
  );
  const problem = result?.ok === false ? (result.fields?.['displayName'] ?? result.message) : undefined;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      title="Rename account"
      trigger={
        <Button variant="quiet" size="sm">
          Rename
        </Button>
      }
    >
      <form action={submit} className="grid gap-4">
        <input type="hidden" name="accountId" value={accountId} />
        <Field label="Name" hint={`Leave it empty for the bank’s own: ${bankName}.`} error={problem}>
          {(control) => (
            <Input
              {...control}
              name="displayName"
              defaultValue={displayName ?? ''}
              placeholder={bankName}
              maxLength={60}
              autoComplete="off"
            />
          )}
        </Field>
        <Button type="submit" variant="primary" busy={isSaving} className="justify-self-start">
          Save
        </Button>
      </form>
    </Dialog>
  );
}
