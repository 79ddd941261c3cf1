import type { FieldErrors } from '@/lib/core/errors';

/** Why no account was opened: a sentence for the whole form, or one beside a field. */
export type SignUpProblem = { message?: string; fields: FieldErrors };

const UNREACHABLE =
  'We could not reach the server. Nothing was changed; check your connection and try again.';

/** Posts the new account; `undefined` when it was opened. Never throws. */
export async function signUpWith(email: string, password: string): Promise<SignUpProblem | undefined> {
  try {
    const response = await fetch('/api/sign-up', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password, timeZone: ownTimeZone() }),
    });
    return response.ok ? undefined : problemOf(await response.json());
  } catch {
    return { message: UNREACHABLE, fields: {} };
  }
}

/** Where the person is, as the browser knows it. */
function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Reads the shape in which every route of ours refuses: `{error: {message, fields?}}`. */
function problemOf(body: unknown): SignUpProblem {
  const error = valueAt(body, 'error');
  const message = valueAt(error, 'message');
  const fields: FieldErrors = {};
  for (const name of ['email', 'password']) {
    const sentence = valueAt(valueAt(error, 'fields'), name);
    if (typeof sentence === 'string') fields[name] = sentence;
  }
  if (Object.keys(fields).length > 0) return { fields };
  return { message: typeof message === 'string' ? message : UNREACHABLE, fields };
}

function valueAt(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}
