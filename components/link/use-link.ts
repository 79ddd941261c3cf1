'use client';

import { useCallback, useRef, useState } from 'react';
import type { PlaidLinkOnExit } from 'react-plaid-link';
import { exitText } from '@/lib/link/exit-text';
import { forgetVisit, saveVisit } from '@/lib/link/visit';
import { fetchLinkToken, type LinkProblem, type Purpose } from './calls';
import { type RepairAction, useLinkEnd } from './use-link-end';

export type LinkStep =
  | { name: 'idle' }
  | { name: 'asking' }
  | { name: 'open'; linkToken: string }
  | { name: 'saving' }
  | { name: 'problem'; problem: LinkProblem };

const NO_SCRIPT: LinkProblem = {
  title: 'The window for connecting a bank did not load.',
  text: 'A content blocker may stop it. Allow it for this site, then try again.',
};

/** One attempt to connect or repair, from the press of a button to the page that shows the result. */
export function useLink(purpose: Purpose, repaired: RepairAction) {
  const [step, setStep] = useState<LinkStep>({ name: 'idle' });
  const hasRenewed = useRef(false);
  const { itemId, accountSelection = false, replaces = null } = purpose;

  const onProblem = useCallback((problem: LinkProblem) => setStep({ name: 'problem', problem }), []);
  const onSaving = useCallback(() => setStep({ name: 'saving' }), []);
  const onRepaired = useCallback(() => setStep({ name: 'idle' }), []);
  const ends = { onSaving, onProblem, onRepaired };
  const onSuccess = useLinkEnd({ itemId, hasChosen: accountSelection, replaces, repaired, ...ends });

  /** The token is made when it is wanted, not when the page was made (LT-18). */
  const ask = useCallback(async () => {
    setStep({ name: 'asking' });
    const answer = await fetchLinkToken({ itemId, accountSelection });
    if (!answer.ok) return onProblem(answer.problem);
    const { linkToken, expiresAt } = answer;
    saveVisit(localStorage, { linkToken, expiresAt, itemId, accountSelection, replaces });
    setStep({ name: 'open', linkToken: answer.linkToken });
  }, [itemId, accountSelection, replaces, onProblem]);

  const onExit = useCallback<PlaidLinkOnExit>(
    (error) => {
      forgetVisit(localStorage);
      // A token that ran out is renewed without a word, once (LNK-7).
      if (error?.error_code === 'INVALID_LINK_TOKEN' && !hasRenewed.current) {
        hasRenewed.current = true;
        void ask();
        return;
      }
      const text = exitText(error && { code: error.error_code, displayMessage: error.display_message });
      setStep(text === null ? { name: 'idle' } : { name: 'problem', problem: text });
    },
    [ask],
  );

  const start = useCallback(() => {
    hasRenewed.current = false;
    void ask();
  }, [ask]);
  const onFailure = useCallback(() => onProblem(NO_SCRIPT), [onProblem]);
  return { step, start, onSuccess, onExit, onFailure };
}
