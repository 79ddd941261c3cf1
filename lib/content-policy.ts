/** The content security policy of a page: a nonce for our scripts, and just what Link needs beside it (LNK-2). */
import 'server-only';
import { env } from './env';

const PLAID_CDN = 'https://cdn.plaid.com';
const LOGOS = 'https://plaid-merchant-logos.plaid.com https://plaid-category-icons.plaid.com';

export function contentPolicy(nonce: string): string {
  const { NODE_ENV, PLAID_ENV, APP_URL } = env();
  const isDevelopment = NODE_ENV === 'development';
  const link = linkSources();
  return [
    `default-src 'self'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic' ${link.script}${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: ${LOGOS}`,
    `font-src 'self'`,
    `connect-src 'self' ${link.connect}${isDevelopment ? ' ws:' : ''}`,
    `frame-src ${link.frame}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(APP_URL.startsWith('https:') && PLAID_ENV !== 'emulator' ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** The emulator's Link comes from our own origin, or from the loopback address that stands in for it. */
function linkSources(): { script: string; connect: string; frame: string } {
  const { PLAID_ENV, PLAID_BASE_URL } = env();
  if (PLAID_ENV === 'emulator') {
    const origin = PLAID_BASE_URL ? new URL(PLAID_BASE_URL).origin : "'self'";
    return { script: origin, connect: origin, frame: origin };
  }
  return {
    script: `${PLAID_CDN}/link/v2/stable/link-initialize.js`,
    connect: `https://${PLAID_ENV}.plaid.com`,
    frame: PLAID_CDN,
  };
}
