'use client';

import { type ComponentProps, useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { type LinkStep, useLink } from './use-link';
import { LinkProblemNotice } from './link-problem';
import { LinkStage } from './link-stage';

type Props = {
  /** The emulator's script, or null for Plaid's own; the server decides. */
  script: string | null;
  label?: string;
  /** The connection whose place the new one is to take, with its history. */
  replaces?: string;
} & Pick<ComponentProps<typeof Button>, 'variant' | 'size'>;

/** Connects a bank: asks for a link token when pressed, opens Link, and ends on the new connection's page. */
export function ConnectButton({
  script,
  label = 'Connect a bank',
  replaces,
  variant = 'primary',
  size,
}: Props) {
  const purpose = useMemo(() => ({ itemId: null, replaces: replaces ?? null }), [replaces]);
  const { step, start, ...link } = useLink(purpose, nothingToRepair);
  return (
    <div className="grid justify-items-start gap-3">
      <Button variant={variant} {...(size === undefined ? {} : { size })} busy={isBusy(step)} onClick={start}>
        {step.name === 'saving' ? 'Connecting' : label}
      </Button>
      {step.name === 'problem' && <LinkProblemNotice problem={step.problem} />}
      {step.name === 'open' && (
        <LinkStage key={step.linkToken} script={script} linkToken={step.linkToken} {...link} />
      )}
    </div>
  );
}

export function isBusy({ name }: LinkStep): boolean {
  return name === 'asking' || name === 'open' || name === 'saving';
}

/** A first link repairs nothing; the action is never called. */
async function nothingToRepair(): Promise<{ ok: true }> {
  return { ok: true };
}
