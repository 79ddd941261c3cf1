/** Who is asking. The only place that makes a `UserId` for a request. */
import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { getServerSession } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { findCredentials, findSession } from '@/db/queries/system';
import { addressOf, maySignIn } from './attempts';
import { AppError } from './core/errors';
import type { UserId } from './core/id';
import { env } from './env';
import { findKnownBrowser, rememberBrowser } from './known-browser';
import { log } from './log';
import { isPassword } from './passwords';
import { SESSION_SECONDS, sessionCookie } from './session-cookie';
import { signIn } from './users/schema';

type Person = { id: string; sessionVersion: number };

/** Options of next-auth, made when first needed, so that a build needs no secret. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS, updateAge: 24 * 60 * 60 },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (credentials) => authorize(credentials),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) =>
        isPerson(user) ? { sub: user.id, sessionVersion: user.sessionVersion } : token,
      session: ({ session, token }) => ({
        ...session,
        user: {},
        id: token.sub,
        sessionVersion: token['sessionVersion'],
      }),
      redirect: ({ url, baseUrl }) =>
        url.startsWith('/') && !/^\/[/\\]/.test(url) ? `${baseUrl}${url}` : baseUrl,
    },
    logger: {
      error: (code) => log.warn({ code }, 'sign-in error'),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** The signed-in person, or null. Checked against the database on every request (T2). */
export const findViewer = cache(async (): Promise<UserId | null> => {
  const session: unknown = await getServerSession(authOptions());
  if (!isSession(session)) return null;
  return findSession(session.id, session.sessionVersion);
});

/** For pages: the signed-in person, else the sign-in page. */
export async function requireUserId(): Promise<UserId> {
  return (await findViewer()) ?? redirect('/sign-in');
}

/** For route handlers and actions: the signed-in person, else 401. */
export async function requireViewer(): Promise<UserId> {
  const viewer = await findViewer();
  if (!viewer) throw new AppError('not-signed-in', 'Sign in first.');
  return viewer;
}

async function authorize(credentials: unknown): Promise<Person | null> {
  const parsed = signIn.safeParse(credentials);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  const knownBrowser = await findKnownBrowser(email);
  const address = addressOf((await headers()).get('x-forwarded-for'));
  if (!(await maySignIn({ email, knownBrowser, address }))) return null;
  const found = await findCredentials(email);
  const matches = await isPassword(found?.passwordHash ?? null, password);
  if (!found || !matches) return null;
  await rememberBrowser(email);
  return { id: found.id, sessionVersion: found.sessionVersion };
}

function isPerson(value: unknown): value is Person {
  return typeof value === 'object' && value !== null && 'id' in value && 'sessionVersion' in value;
}

function isSession(value: unknown): value is Person {
  return isPerson(value) && typeof value.id === 'string' && typeof value.sessionVersion === 'number';
}
