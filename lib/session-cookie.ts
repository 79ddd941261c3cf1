/** The session cookie, the same for next-auth, `proxy.ts` and the demo: host-only and secure wherever the app is. */
import 'server-only';
import { env } from './env';

export const SESSION_SECONDS = 14 * 24 * 60 * 60;

export function sessionCookie() {
  const secure = new URL(env().APP_URL).protocol === 'https:';
  return {
    name: secure ? '__Host-evenkeel-session' : 'evenkeel-session',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  };
}
