/** What can befall a connection, in kinds: those of a kind share their state, their title and their one action (ITM-11). */

/** What an Item becomes; `healthy` where the code blames no connection as a whole. */
export type SituationState = 'healthy' | 'needs-repair' | 'repair-soon' | 'institution-trouble' | 'revoked';

export type SituationAction =
  /** Update mode: sign in again, or renew. */
  | 'repair'
  /** Update mode with the choice of accounts. */
  | 'choose-accounts'
  /** Update mode that asks for more kinds of data. */
  | 'consent'
  /** A new connection in the place of this one. */
  | 'relink'
  /** It mends itself; we try again. */
  | 'wait'
  /** Only whoever runs this Evenkeel can mend it. */
  | 'contact-operator'
  | 'none';

export type Situation = {
  state: SituationState;
  /** One to three words for a list. */
  title: string;
  sentence: string;
  /** What is safe, or what comes next; may be empty. */
  detail: string;
  action: SituationAction;
};

export const SAFE = 'Your history is safe.';

export const repair = (sentence: string, detail = SAFE): Situation => ({
  state: 'needs-repair',
  title: 'Needs you',
  sentence,
  detail,
  action: 'repair',
});
export const ended = (sentence: string, detail: string, action: SituationAction = 'relink'): Situation => ({
  state: 'revoked',
  title: 'Ended',
  sentence,
  detail,
  action,
});
export const ofProduct = (sentence: string, detail: string, action: SituationAction): Situation => ({
  state: 'healthy',
  title: action === 'wait' ? 'On its way' : action === 'consent' ? 'Not allowed' : 'Not here',
  sentence,
  detail,
  action,
});
export const soon = (sentence: string, detail: string): Situation => ({
  state: 'repair-soon',
  title: 'Ends soon',
  sentence,
  detail,
  action: 'repair',
});
export const bankDown = (sentence: string): Situation => ({
  state: 'institution-trouble',
  title: 'Waiting for the bank',
  sentence,
  detail: 'We keep trying; there is nothing for you to do.',
  action: 'wait',
});
export const passing = (sentence: string, detail: string): Situation => ({
  state: 'healthy',
  title: 'Trying again',
  sentence,
  detail,
  action: 'wait',
});
export const ours = (sentence: string): Situation => ({
  state: 'healthy',
  title: 'Our fault',
  sentence,
  detail: `Nothing is lost. Whoever runs this Evenkeel finds the reason in its log.`,
  action: 'contact-operator',
});
export const ofVisit = (sentence: string): Situation => ({
  state: 'healthy',
  title: 'Not finished',
  sentence,
  detail: 'Nothing was changed. Start again when you like.',
  action: 'none',
});
