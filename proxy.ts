/** Runs before every page: gives it a nonce and its policy, and sends strangers to sign in early. Not a guard. */
import { getToken } from 'next-auth/jwt';
import { type NextRequest, NextResponse } from 'next/server';
import { contentPolicy } from '@/lib/content-policy';
import { env } from '@/lib/env';
import { sessionCookie } from '@/lib/session-cookie';

const PUBLIC = new Set(['/', '/sign-in', '/sign-up', '/design']);

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  if (!PUBLIC.has(pathname) && !(await hasSession(request))) {
    const back = pathname === '/dashboard' ? '' : `?callbackUrl=${encodeURIComponent(pathname + search)}`;
    return NextResponse.redirect(new URL(`/sign-in${back}`, request.url), 307);
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-frame-options', 'DENY');
  return response;
}

async function hasSession(request: NextRequest): Promise<boolean> {
  const token = await getToken({
    req: request,
    secret: env().NEXTAUTH_SECRET,
    cookieName: sessionCookie().name,
  });
  return token !== null;
}

export const config = {
  // Pages only: handlers answer for themselves, files need no policy.
  matcher: ['/((?!api/|_next/|.*\\.(?:png|svg|ico|webp|woff2|txt|webmanifest)$).*)'],
};
