'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { FieldErrors } from '@/lib/core/errors';
import { textOf } from './form-text';
import { signInWith } from './sign-in';
import { type SignUpProblem, signUpWith } from './sign-up';

/** Opens an account with e-mail and password, signs in, and goes to the overview. */
export function SignUpForm() {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SignUpProblem>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [email, password] = [textOf(form, 'email'), textOf(form, 'password')];
    setBusy(true);
    setProblem(undefined);
    const refused = await signUpWith(email, password);
    if (refused !== undefined) {
      setProblem(refused);
      setBusy(false);
      return;
    }
    const result = await signInWith(email, password);
    window.location.assign(result === 'signed-in' ? '/dashboard' : '/sign-in');
  }

  return (
    <form method="post" className="grid gap-5" onSubmit={(event) => void submit(event)}>
      {problem?.message !== undefined && <Notice live tone="danger" title={problem.message} />}
      <Fields errors={problem?.fields ?? {}} />
      <Button type="submit" variant="primary" size="lg" busy={isBusy}>
        {isBusy ? 'Opening your account' : 'Sign up'}
      </Button>
    </form>
  );
}

function Fields({ errors }: { errors: FieldErrors }) {
  return (
    <>
      <Field label="E-mail" error={errors['email']}>
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" required />}
      </Field>
      <Field label="Password" hint="At least 10 characters. A few words are fine." error={errors['password']}>
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            autoComplete="new-password"
            minLength={10}
            required
          />
        )}
      </Field>
    </>
  );
}
