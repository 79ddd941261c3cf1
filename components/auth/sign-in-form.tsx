'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { textOf } from './form-text';
import { AUTH_SENTENCES, signInWith } from './sign-in';

/** Signs in with e-mail and password, then goes to `next`, a path of ours. */
export function SignInForm({ next }: { next: string }) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<keyof typeof AUTH_SENTENCES>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(undefined);
    const result = await signInWith(textOf(form, 'email'), textOf(form, 'password'));
    if (result === 'signed-in') {
      // A full load: nothing that was made for a stranger is kept.
      window.location.assign(next);
      return;
    }
    setProblem(result);
    setBusy(false);
  }

  return (
    <form method="post" className="grid gap-5" onSubmit={(event) => void submit(event)}>
      {problem !== undefined && <Notice live tone="danger" {...AUTH_SENTENCES[problem]} />}
      <Field label="E-mail">
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" required />}
      </Field>
      <Field label="Password">
        {(control) => (
          <Input {...control} name="password" type="password" autoComplete="current-password" required />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={isBusy}>
        {isBusy ? 'Signing in' : 'Sign in'}
      </Button>
    </form>
  );
}
