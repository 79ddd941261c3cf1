'use client';

import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Button } from '@/components/ui/button';
import type { FormAction, FormResult } from '@/components/ui/form-action';

type Props = {
  action: FormAction;
  /** The fields; each is given the sentence that belongs to it, if it was refused. */
  children: (errors: Record<string, string>) => ReactNode;
};

/** Fields that are saved together. Says what is not saved yet, what is, and goes to what was refused. */
export function SettingsForm({ action, children }: Props) {
  const [result, submit, isSaving] = useActionState<FormResult | null, FormData>(action, null);
  const [isChanged, setChanged] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const errors = result?.ok === false ? (result.fields ?? {}) : {};

  useEffect(() => {
    if (result?.ok === false) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [result]);

  // By hand where there is a script: a form that posts by itself is emptied, also of what is to be mended.
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setChanged(false);
    startTransition(() => submit(data));
  }

  return (
    <form
      ref={form}
      action={submit}
      onSubmit={save}
      onChange={() => setChanged(true)}
      className="grid max-w-sm gap-5"
    >
      {children(errors)}
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" busy={isSaving}>
          Save
        </Button>
        <p role="status" className="text-13 text-ink-3">
          {isChanged ? 'Not saved yet.' : result?.message}
        </p>
      </div>
    </form>
  );
}
