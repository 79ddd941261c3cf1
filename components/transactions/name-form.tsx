'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-action';

type Props = { transactionId: string; bankName: string; ownName: string | null; action: FormAction };

/** The person's own name for a transaction; empty, the bank's counts. */
export function NameForm({ transactionId, bankName, ownName, action }: Props) {
  const [result, submit, isSaving] = useActionState(action, null);
  const problem = result?.ok === false ? (result.fields?.['name'] ?? result.message) : undefined;
  return (
    <form action={submit} className="mt-4">
      <input type="hidden" name="transactionId" value={transactionId} />
      <Field label="Your name for it" error={problem}>
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              name="name"
              defaultValue={ownName ?? ''}
              placeholder={bankName}
              maxLength={100}
              autoComplete="off"
            />
            <Button type="submit" busy={isSaving}>
              Save name
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
