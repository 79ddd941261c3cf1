'use client';

import { useActionState, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Select } from '@/components/ui/field';
import { CategoryOptions } from './category-options';
import type { FormAction } from '@/components/ui/form-action';

type Props = {
  transactionId: string;
  categoryId: string;
  /** Whose opinion it is, in a sentence. */
  source: string;
  /** What the bank would say, where the person has said otherwise. */
  bankCategory: string | null;
  action: FormAction;
};

/** The category, and the way back to the bank's. Saves as soon as a choice is made. */
export function CategoryForm({ transactionId, categoryId, source, bankCategory, action }: Props) {
  const [result, submit, isSaving] = useActionState(action, null);
  const form = useRef<HTMLFormElement>(null);
  return (
    <div>
      <form ref={form} action={submit}>
        <input type="hidden" name="transactionId" value={transactionId} />
        <Field label="Category" hint={source} error={result?.ok === false ? result.message : undefined}>
          {(control) => (
            <Select
              {...control}
              name="categoryId"
              defaultValue={categoryId}
              aria-busy={isSaving}
              onChange={() => form.current?.requestSubmit()}
            >
              <CategoryOptions />
            </Select>
          )}
        </Field>
        <noscript>
          <Button type="submit" size="sm" className="mt-2">
            Save category
          </Button>
        </noscript>
      </form>
      {bankCategory !== null && (
        <form action={submit} className="mt-1">
          <input type="hidden" name="transactionId" value={transactionId} />
          <input type="hidden" name="categoryId" value="" />
          <Button type="submit" variant="quiet" size="sm" className="-ml-3" busy={isSaving}>
            Back to the bank’s: {bankCategory}
          </Button>
        </form>
      )}
    </div>
  );
}
