'use client';

import { type ReactNode, useEffect, useState } from 'react';

/** `react-plaid-link` takes Link as loaded when an element with just this address is in the document (LNK-3). */
const PLAID_SCRIPT = 'https://cdn.plaid.com/link/v2/stable/link-initialize.js';

type Props = {
  /** Where the emulator serves its script. */
  script: string;
  children: ReactNode;
  /** When the script did not come. */
  onFailure: () => void;
};

/** Puts the emulator's Link in the place of Plaid's, and only then shows what opens it. Never part of production. */
export function EmulatedLink({ script, children, onFailure }: Props) {
  const [isInstalled, setInstalled] = useState(false);
  useEffect(() => {
    install(script).then(() => setInstalled(true), onFailure);
  }, [script, onFailure]);
  return isInstalled ? children : null;
}

let installing: Promise<void> | undefined;

function install(script: string): Promise<void> {
  installing ??= load(script).then(pretend);
  installing.catch(() => {
    installing = undefined;
  });
  return installing;
}

function load(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = address;
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => reject(new Error(`Could not load ${address}`)));
    document.head.append(element);
  });
}

/** An inert element: a script of this type is neither fetched nor run. */
function pretend(): void {
  const element = document.createElement('script');
  element.type = 'application/json';
  element.src = PLAID_SCRIPT;
  document.head.append(element);
}
