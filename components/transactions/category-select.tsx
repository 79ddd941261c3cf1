'use client';

import { useActionState, useLayoutEffect, useRef, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { categoryOf } from '@/lib/categories/taxonomy';
import { CategoryOptions } from './category-options';
import type { FormAction } from '@/components/ui/form-action';

type Props = {
  transactionId: string;
  categoryId: string;
  /** The row's name, so that each control of the list has its own. */
  name: string;
  action: FormAction;
  className?: string;
};

/** A row's category, changed where it stands. The forty options are made when someone comes near. */
export function CategorySelect({ transactionId, categoryId, name, action, className }: Props) {
  const [result, submit, isSaving] = useActionState(action, null);
  const [isNear, setNear] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const select = useRef<HTMLSelectElement>(null);
  const near = () => setNear(true);
  // The chosen option leaves with the swap, and a browser would fall to the first; a reset comes back to it too.
  useLayoutEffect(() => {
    if (!isNear) return;
    const chosen = [...(select.current?.options ?? [])].find(({ value }) => value === categoryId);
    if (chosen === undefined) return;
    chosen.defaultSelected = true;
    chosen.selected = true;
  }, [isNear, categoryId]);
  return (
    <form ref={form} action={submit} className={cn('relative z-[1] min-w-0', className)}>
      <input type="hidden" name="transactionId" value={transactionId} />
      <select
        ref={select}
        name="categoryId"
        aria-label={`Category of ${name}`}
        defaultValue={categoryId}
        onPointerEnter={near}
        onPointerDown={near}
        onFocus={near}
        onChange={() => form.current?.requestSubmit()}
        className={cn(
          'touch-target max-w-full appearance-none truncate rounded-md bg-transparent px-1.5 py-1 text-ink-2',
          'hover:bg-sunken hover:text-ink [&_*]:bg-raised [&_*]:text-ink',
          isSaving && 'animate-pulse',
        )}
      >
        {isNear ? <CategoryOptions /> : <option value={categoryId}>{categoryOf(categoryId).name}</option>}
      </select>
      {result?.ok === false && (
        <span role="alert" className="block text-12 text-danger">
          {result.message}
        </span>
      )}
    </form>
  );
}
