'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-action';

type Props = { transactionId: string; note: string | null; action: FormAction };

/** The person's own words about a transaction. */
export function NoteForm({ transactionId, note, action }: Props) {
  const [result, submit, isSaving] = useActionState(action, null);
  const problem = result?.ok === false ? (result.fields?.['note'] ?? result.message) : undefined;
  return (
    <form action={submit}>
      <input type="hidden" name="transactionId" value={transactionId} />
      <Field label="Note" error={problem} hint={result?.ok ? result.message : undefined}>
        {(control) => (
          <div className="flex gap-2">
            <Input {...control} name="note" defaultValue={note ?? ''} maxLength={500} autoComplete="off" />
            <Button type="submit" busy={isSaving}>
              Save
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
