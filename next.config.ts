import type { NextConfig } from 'next';

/** Security headers that never change; the nonce CSP is made per request in `proxy.ts`. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin-allow-popups' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
];

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  agentRules: false,
  experimental: { agentUpgrade: false, serverActions: { bodySizeLimit: '256kb' } },
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'pdfkit', 'pino'],
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
};

export default config;
