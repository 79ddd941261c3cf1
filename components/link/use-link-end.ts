'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useCallback, useRef } from 'react';
import type { PlaidLinkOnSuccess } from 'react-plaid-link';
import { forgetVisit } from '@/lib/link/visit';
import { exchange, type LinkProblem, UNREACHABLE, type Word } from './calls';

/** The server action that clears a warning and asks for a sync, with `itemId` in its form. */
export type RepairAction = (
  previous: null,
  form: FormData,
) => Promise<{ ok: true } | { ok: false; message: string }>;

type End = {
  /** The connection that was repaired or extended; null after a first link. */
  itemId: string | null;
  /** The accounts were up for choice in update mode. */
  hasChosen: boolean;
  /** The connection whose place a first link is to take; null for none. */
  replaces: string | null;
  /** The public token of update mode is not exchanged (UPD-3). */
  repaired: RepairAction;
  /** The person has nothing more to do; also when a word of theirs is handed in after a problem. */
  onSaving: () => void;
  onProblem: (problem: LinkProblem) => void;
  /** A repair may end on the page it began on, which then shows what has changed. */
  onRepaired: () => void;
};

/** What follows success in Link, once and no more: exchange or repair, then the page of that connection. */
export function useLinkEnd({
  itemId,
  hasChosen,
  replaces,
  repaired,
  onSaving,
  onProblem,
  onRepaired,
}: End): PlaidLinkOnSuccess {
  const router = useRouter();
  const isEnding = useRef(false);
  return useCallback<PlaidLinkOnSuccess>(
    (publicToken, metadata) => {
      if (isEnding.current) return;
      forgetVisit(localStorage);
      finish({ replaces, isAnother: false });
      function finish(word: Word) {
        if (isEnding.current) return;
        isEnding.current = true;
        onSaving();
        const ending =
          itemId === null
            ? exchange(publicToken ?? '', metadata, word)
            : repair({ itemId, hasChosen }, repaired);
        void ending.then((answer) => {
          isEnding.current = false;
          if (!answer.ok) return onProblem(withWord(answer.problem, finish));
          router.push(pageAfter(answer.itemId, word.replaces));
          if (itemId === null) return;
          router.refresh();
          onRepaired();
        });
      }
    },
    [itemId, hasChosen, replaces, repaired, onSaving, onProblem, onRepaired, router],
  );
}

/** What the person may say to a duplicate, which is then told with the token that is still good. */
function withWord(problem: LinkProblem, finish: (word: Word) => void): LinkProblem {
  const { itemId = null, isAnother, replace } = problem;
  return {
    ...problem,
    ...(isAnother ? { isAnother: () => finish({ replaces: null, isAnother: true }) } : {}),
    ...(replace ? { replace: () => finish({ replaces: itemId, isAnother: false }) } : {}),
  };
}

/** The new connection's own page, or what it would take over from the one that it replaces. */
function pageAfter(itemId: string, replaces: string | null): Route {
  const path = replaces === null ? itemId : `${replaces}/replace?by=${itemId}`;
  return `/settings/connections/${path}` as Route;
}

async function repair(
  { itemId, hasChosen }: { itemId: string; hasChosen: boolean },
  repaired: RepairAction,
): ReturnType<typeof exchange> {
  const form = new FormData();
  form.set('itemId', itemId);
  if (hasChosen) form.set('chosen', 'yes');
  try {
    const result = await repaired(null, form);
    return result.ok ? { ok: true, itemId } : { ok: false, problem: { title: result.message, text: '' } };
  } catch {
    return { ok: false, problem: UNREACHABLE };
  }
}
