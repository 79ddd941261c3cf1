import type { Deliver } from './webhooks';

/**
 * Webhooks that leave through a deployed app go to that app and nowhere else: anybody may speak to the
 * emulator there, and must not have it call addresses that only this machine can reach (T9).
 */
export function onlyTo(url: string): Deliver {
  const { origin } = new URL(url);
  return async (request) => {
    if (new URL(request.url).origin !== origin) return new Response(null, { status: 403 });
    return fetch(request, { redirect: 'error' });
  };
}
