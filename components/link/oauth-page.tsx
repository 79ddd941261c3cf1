'use client';

import dynamic from 'next/dynamic';
import { FinishingWithBank } from './finishing-with-bank';

/** In the browser only: what the visit began with is kept there. */
export const OauthPage = dynamic(() => import('./oauth-return').then((module) => module.OauthReturn), {
  ssr: false,
  loading: () => <FinishingWithBank />,
});
