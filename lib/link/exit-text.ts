/** What a person reads when Link ended without a connection; null when they just left (LNK-6). */

export type LinkTrouble = { code: string; displayMessage: string | null };

export type ExitText = { title: string; text: string };

const TEXTS: Readonly<Record<string, ExitText>> = {
  INVALID_CREDENTIALS: {
    title: 'The bank did not accept the log-in.',
    text: 'Check the user name and password on the bank’s own site, then try again.',
  },
  INVALID_MFA: { title: 'The bank did not accept the code.', text: 'Try again with a new one.' },
  INVALID_UPDATED_USERNAME: {
    title: 'That is another user name than before.',
    text: 'Use the one this connection was made with, or remove it and connect the bank anew.',
  },
  ITEM_LOCKED: {
    title: 'The bank has locked this log-in.',
    text: 'Unlock it on the bank’s own site, then try again.',
  },
  NO_ACCOUNTS: { title: 'The bank has no account to share.', text: 'Nothing was connected.' },
  USER_SETUP_REQUIRED: {
    title: 'The bank needs you to finish setting up.',
    text: 'Do that on the bank’s own site, then try again.',
  },
  INSTITUTION_NO_LONGER_SUPPORTED: {
    title: 'This bank cannot be connected any more.',
    text: 'Nothing was changed.',
  },
  OAUTH_STATE_ID_ALREADY_PROCESSED: {
    title: 'This visit to the bank has been used already.',
    text: 'Start again to connect.',
  },
  OAUTH_STATE_ID_NOT_FOUND: {
    title: 'The visit to the bank took too long.',
    text: 'Start again to connect.',
  },
  INCORRECT_LINK_TOKEN: {
    title: 'This visit to the bank belongs to another start.',
    text: 'Start again to connect.',
  },
  ACCESS_NOT_GRANTED: {
    title: 'The bank was not allowed to share what is needed.',
    text: 'Start again, and on the bank’s page leave the ticks at your accounts and their transactions.',
  },
  // The two codes that are Link's own; they come without a type and without words.
  'institution-poor-health-error': {
    title: 'Connecting to this bank often fails at the moment.',
    text: 'Nothing was changed. Try again in a few hours, or connect another bank meanwhile.',
  },
  'oauth-error': {
    title: 'The visit to the bank was not finished.',
    text: 'It took longer than ten minutes, or the bank broke it off. Nothing was changed; start again to connect.',
  },
};

const BANK_TROUBLE: ExitText = {
  title: 'The bank cannot be reached right now.',
  text: 'Nothing was changed. Try again in a while.',
};

/** The bank's own display text is a last resort: it may change, and it may say too little. */
export function exitText(trouble: LinkTrouble | null): ExitText | null {
  if (trouble === null) return null;
  if (
    /^(INSTITUTION_(DOWN|NOT_RESPONDING|NOT_AVAILABLE)|INTERNAL_SERVER_ERROR|PLANNED_MAINTENANCE)$/.test(
      trouble.code,
    )
  ) {
    return BANK_TROUBLE;
  }
  return (
    TEXTS[trouble.code] ?? {
      title: 'Connecting did not work.',
      text: trouble.displayMessage ?? 'Nothing was changed. Try again.',
    }
  );
}
