'use client';

import { type ComponentProps, useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { isBusy } from './connect-button';
import { LinkProblemNotice } from './link-problem';
import { LinkStage } from './link-stage';
import { useLink } from './use-link';
import type { RepairAction } from './use-link-end';

type Props = {
  script: string | null;
  itemId: string;
  /** "Sign in again", "Add accounts". */
  label: string;
  /** Choose the accounts anew as well. */
  accountSelection?: boolean;
  /** Clears the warning and asks for a sync. */
  repaired: RepairAction;
} & Pick<ComponentProps<typeof Button>, 'variant' | 'size'>;

/** Opens Link in update mode: the connection stays the same, and its public token is not exchanged (UPD-3). */
export function ReconnectButton({
  script,
  itemId,
  label,
  accountSelection = false,
  repaired,
  variant,
  size,
}: Props) {
  const purpose = useMemo(() => ({ itemId, accountSelection }), [itemId, accountSelection]);
  const { step, start, ...link } = useLink(purpose, repaired);
  return (
    <div className="grid justify-items-start gap-3">
      <Button
        {...(variant === undefined ? {} : { variant })}
        {...(size === undefined ? {} : { size })}
        busy={isBusy(step)}
        onClick={start}
      >
        {label}
      </Button>
      {step.name === 'problem' && <LinkProblemNotice problem={step.problem} />}
      {step.name === 'open' && (
        <LinkStage key={step.linkToken} script={script} linkToken={step.linkToken} {...link} />
      )}
    </div>
  );
}
