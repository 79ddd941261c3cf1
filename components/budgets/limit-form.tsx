'use client';

import { useActionState, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Input } from '@/components/ui/field';
import type { FormAction, FormResult } from '@/components/ui/form-action';
import type { Month } from '@/lib/core/month';

type Props = {
  categoryId: string;
  name: string;
  month: Month;
  /** The limit in force, as decimal text, empty while amounts are hidden; null where there is none. */
  limit: string | null;
  /** The average of the last full months, as decimal text. */
  suggestion: string | null;
  changeLimit: FormAction;
  endLimit: FormAction;
};

/** Sets, changes or ends a category's limit from the shown month on. */
export function LimitForm({ categoryId, name, month, limit, suggestion, changeLimit, endLimit }: Props) {
  const [isOpen, setOpen] = useState(false);
  // Kept here, since a form is emptied after its action: what was mistyped stays to be mended.
  const [amount, setAmount] = useState(limit ?? '');
  const [result, submit, isSaving] = useActionState<FormResult | null, FormData>(async (previous, form) => {
    const action = form.has('amount') ? changeLimit : endLimit;
    const answer = await action(previous, form);
    if (answer.ok) setOpen(false);
    return answer;
  }, null);
  const problem = result?.ok === false ? (result.fields?.['amount'] ?? result.message) : undefined;
  const identity = (
    <>
      <input type="hidden" name="categoryId" value={categoryId} />
      <input type="hidden" name="fromMonth" value={month} />
    </>
  );
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      title={`Limit for ${name.toLowerCase()}`}
      description="Holds from this month on, until you change it. Earlier months keep theirs."
      trigger={
        <Button
          variant="quiet"
          size="sm"
          className="px-2"
          aria-label={`${limit === null ? 'Set' : 'Change'} the limit for ${name}`}
        >
          {limit === null ? 'Set limit' : 'Change'}
        </Button>
      }
    >
      <form action={submit} className="grid gap-4">
        {identity}
        <Field
          label="Per month"
          error={problem}
          hint={suggestion === null ? undefined : `You spent ${suggestion} a month on average lately.`}
        >
          {(control) => (
            <Input
              {...control}
              name="amount"
              inputMode="decimal"
              value={amount}
              onChange={(event) => setAmount(event.target.value)}
              placeholder={suggestion ?? ''}
              autoComplete="off"
            />
          )}
        </Field>
        <Button type="submit" variant="primary" busy={isSaving} className="justify-self-start">
          Save limit
        </Button>
      </form>
      {limit !== null && (
        <form action={submit} className="mt-2">
          {identity}
          <Button type="submit" variant="quiet" size="sm" className="-ml-3" busy={isSaving}>
            Remove this limit
          </Button>
        </form>
      )}
    </Dialog>
  );
}
