'use client';

import { useEffect } from 'react';
import { type PlaidLinkOnExit, type PlaidLinkOnSuccess, usePlaidLink } from 'react-plaid-link';

type Props = {
  linkToken: string;
  /** Only on the way back from a bank's own page (OAU-4). */
  receivedRedirectUri?: string;
  onSuccess: PlaidLinkOnSuccess;
  onExit: PlaidLinkOnExit;
  onFailure: () => void;
};

/** Opens Link by itself as soon as it is ready. Shows nothing of its own. Callbacks must be stable (LNK-4). */
export function OpenLink({ linkToken, receivedRedirectUri, onSuccess, onExit, onFailure }: Props) {
  const { open, ready, error } = usePlaidLink({
    token: linkToken,
    onSuccess,
    onExit,
    ...(receivedRedirectUri === undefined ? {} : { receivedRedirectUri }),
  });
  useEffect(() => {
    if (ready) open();
  }, [ready, open]);
  useEffect(() => {
    if (error) onFailure();
  }, [error, onFailure]);
  return null;
}
