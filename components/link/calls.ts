/** What Link needs from our own server, as the browser asks for it. */
import type { PlaidLinkOnSuccessMetadata } from 'react-plaid-link';

/** What went wrong, ready to be read; `itemId` is the connection that is meant, where there is one. */
export type LinkProblem = {
  title: string;
  text: string;
  itemId?: string;
  /** Hands the same token in again with the person's word, where only they can know (DUP-3). */
  isAnother?: () => void;
  /** Hands the same token in again, to take that connection's place. */
  replace?: () => void;
};

export type Purpose = {
  /** The connection to repair or extend; null for a first link. */
  itemId: string | null;
  /** Choose the accounts anew in update mode (UPD-5). */
  accountSelection?: boolean;
  /** The connection whose place a first link is to take. */
  replaces?: string | null;
};

/** What the person says of a first link: whose place it takes, or that it is another log-in at a bank that is there. */
export type Word = { replaces: string | null; isAnother: boolean };

type Answer<T> = ({ ok: true } & T) | { ok: false; problem: LinkProblem };

export const UNREACHABLE: LinkProblem = {
  title: 'Evenkeel cannot be reached.',
  text: 'Check your connection to the internet, then try again.',
};

export async function fetchLinkToken({
  itemId,
  accountSelection,
}: Purpose): Promise<Answer<{ linkToken: string; expiresAt: number }>> {
  const body = itemId === null ? {} : { itemId, ...(accountSelection ? { accountSelection } : {}) };
  const answer = await post('/api/plaid/link-token', body);
  if (!answer.ok) return answer;
  const { linkToken, expiration } = answer.body;
  if (typeof linkToken !== 'string') return { ok: false, problem: UNREACHABLE };
  return { ok: true, linkToken, expiresAt: Date.parse(String(expiration)) };
}

/** Hands the public token in; a bank that is connected already answers with that connection (DUP-2). */
export async function exchange(
  publicToken: string,
  metadata: PlaidLinkOnSuccessMetadata,
  word: Word,
): Promise<Answer<{ itemId: string }>> {
  const { replaces, isAnother } = word;
  const said = { ...(replaces === null ? {} : { replaces }), ...(isAnother ? { isAnother } : {}) };
  const body = { publicToken, metadata, ...said };
  const answer = await post('/api/plaid/exchange', body);
  if (!answer.ok) return answer;
  const { itemId } = answer.body;
  return typeof itemId === 'string' ? { ok: true, itemId } : { ok: false, problem: UNREACHABLE };
}

async function post(path: string, body: unknown): Promise<Answer<{ body: Record<string, unknown> }>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = recordOf(await response.json());
    return response.ok ? { ok: true, body: answer } : { ok: false, problem: problemOf(answer) };
  } catch {
    return { ok: false, problem: UNREACHABLE };
  }
}

function problemOf(answer: Record<string, unknown>): LinkProblem {
  const { message, itemId, isSure, isUnspent } = recordOf(answer['error']);
  return {
    title: typeof message === 'string' ? message : 'That did not work.',
    text: 'Nothing was changed.',
    ...(typeof itemId === 'string' ? { itemId } : {}),
    // Made to work by whoever holds the token.
    ...(isSure === false ? { isAnother: () => undefined } : {}),
    ...(isUnspent === true ? { replace: () => undefined } : {}),
  };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
