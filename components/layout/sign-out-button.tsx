'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** Ends this session and goes back to the front page. */
export function SignOutButton() {
  const [isBusy, setBusy] = useState(false);
  async function leave() {
    setBusy(true);
    const { signOut } = await import('next-auth/react');
    await signOut({ callbackUrl: '/' });
  }
  return (
    <Button
      variant="quiet"
      size="sm"
      busy={isBusy}
      onClick={() => void leave()}
      className="-ml-2 justify-self-start px-2"
    >
      Sign out
    </Button>
  );
}
