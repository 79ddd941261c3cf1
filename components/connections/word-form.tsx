'use client';

import { type ReactNode, useActionState } from 'react';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/components/ui/form-action';

type Props = {
  fields: Readonly<Record<string, string>>;
  action: FormAction;
  danger?: boolean;
  children: ReactNode;
};

/** One button that says one thing; a failure is said beside it. */
export function WordForm({ fields, action, danger = false, children }: Props) {
  const [result, submit, isBusy] = useActionState(action, null);
  return (
    <form action={submit} className="flex flex-wrap items-center gap-2">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" size="sm" variant={danger ? 'danger' : 'secondary'} busy={isBusy}>
        {children}
      </Button>
      {result?.ok === false && (
        <span role="alert" className="text-13 text-danger">
          {result.message}
        </span>
      )}
    </form>
  );
}
