'use client';

import { DeadEnd } from '@/components/layout/dead-end';
import { Button, LinkButton } from '@/components/ui/button';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  return (
    <DeadEnd
      title="This page did not load"
      action={
        <>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
          <LinkButton href="/dashboard">Go to the overview</LinkButton>
        </>
      }
    >
      Something went wrong on our side. Your accounts and history are safe.
      {error.digest !== undefined && <> If it happens again, quote {error.digest}.</>}
    </DeadEnd>
  );
}
