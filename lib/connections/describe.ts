/** What a person reads about a connection: its state in plain words, what is safe, and the one thing to do (ITM-11). */

export type ConnectionFacts = {
  institutionName: string;
  state: 'healthy' | 'needs-repair' | 'repair-soon' | 'institution-trouble' | 'revoked' | 'ending';
  errorCode: string | null;
  hasNewAccounts: boolean;
  needsPresence: boolean;
  /** The day when the bank's consent ends, as text; null where it does not. */
  endsOn: string | null;
};

export type ConnectionText = {
  /** One or two words for a list. */
  label: string;
  tone: 'calm' | 'attention' | 'danger';
  sentence: string;
  /** What is safe, or what will happen; empty when there is nothing to add. */
  detail: string;
  /** The one action that helps; null when there is nothing to do but wait. */
  action: 'repair' | 'add-accounts' | 'refresh' | 'link-anew' | null;
};

export function describeConnection(facts: ConnectionFacts): ConnectionText {
  const { institutionName: bank } = facts;
  switch (facts.state) {
    case 'needs-repair':
      return {
        label: 'Needs you',
        tone: 'attention',
        sentence: repairSentence(bank, facts.errorCode),
        detail: 'Your history is safe.',
        action: 'repair',
      };
    case 'repair-soon':
      return {
        label: 'Ends soon',
        tone: 'attention',
        sentence: `Your consent at ${bank} ends${facts.endsOn === null ? ' soon' : ` on ${facts.endsOn}`}.`,
        detail: 'Renew it to keep this connection up to date.',
        action: 'repair',
      };
    case 'institution-trouble':
      return {
        label: 'Waiting for the bank',
        tone: 'attention',
        sentence: `${bank} cannot be reached right now.`,
        detail: 'We keep trying; there is nothing for you to do.',
        action: null,
      };
    case 'revoked':
      return {
        label: 'Ended',
        tone: 'danger',
        sentence: `${bank} has ended this connection.`,
        detail: 'Remove it here and connect the bank again.',
        action: 'link-anew',
      };
    case 'ending':
      return {
        label: 'Being removed',
        tone: 'calm',
        sentence: `${bank} is being removed.`,
        detail: '',
        action: null,
      };
    case 'healthy':
      return describeHealthy(facts);
  }
}

function describeHealthy({
  institutionName: bank,
  hasNewAccounts,
  needsPresence,
}: ConnectionFacts): ConnectionText {
  if (hasNewAccounts) {
    return {
      label: 'New accounts',
      tone: 'calm',
      sentence: `${bank} has accounts that are not shared yet.`,
      detail: 'Choose which of them to add.',
      action: 'add-accounts',
    };
  }
  if (needsPresence) {
    return {
      label: 'Connected',
      tone: 'calm',
      sentence: `${bank} brings new data only when you ask for it.`,
      detail: '',
      action: 'refresh',
    };
  }
  return { label: 'Connected', tone: 'calm', sentence: `${bank} is connected.`, detail: '', action: null };
}

const REPAIRS: Readonly<Record<string, (bank: string) => string>> = {
  ITEM_LOCKED: (bank) => `${bank} has locked your log-in. Unlock it there, then sign in again here.`,
  USER_SETUP_REQUIRED: (bank) =>
    `${bank} needs you to finish something on its own site, then sign in again here.`,
  PASSWORD_RESET_REQUIRED: (bank) => `${bank} wants a new password. Set it there, then sign in again here.`,
  ACCESS_NOT_GRANTED: (bank) =>
    `${bank} no longer lets us see all that you shared. Sign in to allow it again.`,
  ADDITIONAL_CONSENT_REQUIRED: (bank) => `${bank} asks for your consent once more.`,
};

function repairSentence(bank: string, errorCode: string | null): string {
  const special = errorCode === null ? undefined : REPAIRS[errorCode];
  return special?.(bank) ?? `${bank} needs you to sign in again.`;
}
