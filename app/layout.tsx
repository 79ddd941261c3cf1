import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { connection } from 'next/server';
import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';
import { getAppearance } from '@/lib/appearance';
import { geist, geistExt } from './fonts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Evenkeel', template: '%s · Evenkeel' },
  description: 'Your whole financial life in one calm place: every account, exact to the cent.',
  robots: { index: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f5' },
    { media: '(prefers-color-scheme: dark)', color: '#141412' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is made per request: a prerendered one would carry no nonce and its scripts would be refused.
  await connection();
  const [asked, { isDense }] = await Promise.all([headers(), getAppearance()]);
  const nonce = asked.get('x-nonce') ?? undefined;
  return (
    // The theme script sets an attribute before React wakes; that difference is meant.
    <html
      lang="en"
      className={`${geist.variable} ${geistExt.variable}`}
      data-density={isDense ? 'dense' : undefined}
      suppressHydrationWarning
    >
      <body className="min-h-dvh font-sans">
        <ThemeProvider attribute="data-theme" disableTransitionOnChange {...(nonce ? { nonce } : {})}>
          {children}
        </ThemeProvider>
      </body>
    </html>
  );
}
