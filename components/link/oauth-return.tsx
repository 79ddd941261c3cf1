'use client';

import { useCallback, useState } from 'react';
import type { PlaidLinkOnExit } from 'react-plaid-link';
import { DeadEnd } from '@/components/layout/dead-end';
import { LinkButton } from '@/components/ui/button';
import { exitText } from '@/lib/link/exit-text';
import { findVisit, forgetVisit, type LinkVisit } from '@/lib/link/visit';
import type { LinkProblem } from './calls';
import { FinishingWithBank } from './finishing-with-bank';
import { LinkProblemNotice } from './link-problem';
import { LinkStage } from './link-stage';
import { type RepairAction, useLinkEnd } from './use-link-end';

type Props = {
  script: string | null;
  /** The bank's word that it sent the person here; without it there is nothing to resume (OAU-4). */
  stateId: string | null;
  repaired: RepairAction;
};

const LOST: LinkProblem = {
  title: 'This visit to the bank has ended.',
  text: 'It took too long, or it began in another browser. Nothing was shared. Start again to connect.',
};
const CANCELLED: LinkProblem = { title: 'The bank was not connected.', text: 'Nothing was shared.' };

/** Back from the bank's page: resumes Link with the token it began with, once, and never by itself again (OAU-6). */
export function OauthReturn({ script, stateId, repaired }: Props) {
  const [visit] = useState<LinkVisit | null>(() => findVisit(localStorage, Date.now()));
  const [problem, setProblem] = useState<LinkProblem | null>(null);
  if (stateId === null || visit === null) return <Ended problem={LOST} />;
  if (problem) return <Ended problem={problem} />;
  return (
    <>
      <FinishingWithBank />
      <Resume script={script} stateId={stateId} visit={visit} repaired={repaired} onProblem={setProblem} />
    </>
  );
}

type ResumeProps = Omit<Props, 'stateId'> & {
  stateId: string;
  visit: LinkVisit;
  onProblem: (problem: LinkProblem) => void;
};

function Resume({ script, stateId, visit, repaired, onProblem }: ResumeProps) {
  const { itemId, accountSelection: hasChosen, replaces } = visit;
  const ends = { onSaving: leaving, onProblem, onRepaired: leaving };
  const onSuccess = useLinkEnd({ itemId, hasChosen, replaces, repaired, ...ends });
  const onExit = useCallback<PlaidLinkOnExit>(
    (error) => {
      forgetVisit(localStorage);
      if (error?.error_code === 'INVALID_LINK_TOKEN') return onProblem(LOST);
      const trouble = error && { code: error.error_code, displayMessage: error.display_message };
      onProblem(exitText(trouble) ?? CANCELLED);
    },
    [onProblem],
  );
  const onFailure = useCallback(() => onProblem(CANCELLED), [onProblem]);
  return (
    <LinkStage
      script={script}
      linkToken={visit.linkToken}
      receivedRedirectUri={redirectUri(stateId)}
      onSuccess={onSuccess}
      onExit={onExit}
      onFailure={onFailure}
    />
  );
}

/** This page is left for the connection's own; there is nothing to put back. */
function leaving(): void {}

/** The address as the bank made it: the state id and nothing else. */
function redirectUri(stateId: string): string {
  const address = new URL(window.location.pathname, window.location.origin);
  address.searchParams.set('oauth_state_id', stateId);
  return address.href;
}

/** A bank that is connected already leaves the person a choice, here as on every other page. */
function Ended({ problem }: { problem: LinkProblem }) {
  if (problem.itemId !== undefined) {
    return (
      <DeadEnd title="Your bank sent you back" action={<LinkProblemNotice problem={problem} />}>
        One thing is left to say.
      </DeadEnd>
    );
  }
  return (
    <DeadEnd
      title={problem.title}
      action={
        <LinkButton href="/settings/connections" variant="primary">
          Go to connections
        </LinkButton>
      }
    >
      {problem.text}
    </DeadEnd>
  );
}
