import 'server-only';
import { cookies } from 'next/headers';
import { encode } from 'next-auth/jwt';
import type { Credentials } from '@/db/queries/system';
import { env } from './env';
import { SESSION_SECONDS, sessionCookie } from './session-cookie';

/** Signs this browser in as a person, with the same token that next-auth makes from a password. */
export async function startSession({ id, sessionVersion }: Credentials): Promise<void> {
  const { name, options } = sessionCookie();
  const value = await encode({
    token: { sub: id, sessionVersion },
    secret: env().NEXTAUTH_SECRET,
    maxAge: SESSION_SECONDS,
  });
  (await cookies()).set(name, value, { ...options, maxAge: SESSION_SECONDS });
}

/** Takes the token out of this browser; it may be worth nothing already. */
export async function forgetSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
