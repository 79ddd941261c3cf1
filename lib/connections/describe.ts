/** What a person reads about a connection: its state in plain words, what is safe, and the one thing to do (ITM-11). */
import type { Situation, SituationAction } from './situation';
import { situationOf, SITUATIONS, UNKNOWN } from './situations';

export type ConnectionFacts = {
  institutionName: string;
  state: 'healthy' | 'needs-repair' | 'repair-soon' | 'institution-trouble' | 'revoked' | 'ending';
  errorCode: string | null;
  /** Why the bank ends the connection, where it gave notice. */
  disconnectReason: string | null;
  hasNewAccounts: boolean;
  needsPresence: boolean;
  /** The day when the bank ends the connection or its consent, as text; null where it does not. */
  endsOn: string | null;
  /** How old the figures are, as text: "2 hours ago"; null before the bank was ever reached. */
  asOf: string | null;
  /** Products whose last try failed, with the code. */
  failed: readonly { product: ProductName; errorCode: string }[];
};

export type ProductName =
  | 'accounts'
  | 'transactions'
  | 'recurring'
  | 'liabilities'
  | 'investments'
  | 'identity';

export type ConnectionText = {
  /** One to three words for a list. */
  label: string;
  tone: 'calm' | 'attention' | 'danger';
  sentence: string;
  /** What is safe, or what will happen; empty when there is nothing to add. */
  detail: string;
  /** The one action that helps; `refresh` is for banks that bring nothing by themselves (ITM-10). */
  action: SituationAction | 'refresh';
};

const DATA: Readonly<Record<ProductName, string>> = {
  accounts: 'accounts',
  transactions: 'transactions',
  recurring: 'bills and income',
  liabilities: 'cards and loans',
  investments: 'investments',
  identity: 'names of the owners',
};

export function describeConnection(facts: ConnectionFacts): ConnectionText {
  const { state, errorCode, disconnectReason, failed } = facts;
  if (state === 'ending') {
    const sentence = `${facts.institutionName} is being removed.`;
    return { label: 'Being removed', tone: 'calm', sentence, detail: '', action: 'wait' };
  }
  if (state === 'healthy') return describeHealthy(facts);
  const product = failed.find((row) => row.errorCode === errorCode)?.product;
  const situation = situationOf(state === 'repair-soon' ? (disconnectReason ?? errorCode) : errorCode, state);
  return written(situation, facts, product, state === 'revoked' ? 'danger' : 'attention');
}

/** Names of owners are labels, and bills are seen in the transactions: there is no consent of their own to send a person for. */
const BESIDE: readonly ProductName[] = ['identity', 'recurring'];

/** A product that waits for the person's consent comes before an offer; all other troubles are the product's own (S13). */
function describeHealthy(facts: ConnectionFacts): ConnectionText {
  const { institutionName: bank, failed, hasNewAccounts, needsPresence } = facts;
  const unconsented = failed.find(
    ({ product, errorCode }) => !BESIDE.includes(product) && SITUATIONS[errorCode]?.action === 'consent',
  );
  if (unconsented) {
    const situation = SITUATIONS[unconsented.errorCode] ?? UNKNOWN['needs-repair'];
    return written(situation, facts, unconsented.product, 'attention');
  }
  if (hasNewAccounts) {
    return {
      label: 'New accounts',
      tone: 'calm',
      sentence: `${bank} has accounts that are not shared yet.`,
      detail: 'Choose which of them to add.',
      action: 'choose-accounts',
    };
  }
  if (needsPresence) {
    return {
      label: 'When you ask',
      tone: 'calm',
      sentence: `${bank} gives new data only while you are here.`,
      detail: 'It wants you present, so nothing comes in overnight. Refresh when you want to be up to date.',
      action: 'refresh',
    };
  }
  return { label: 'Connected', tone: 'calm', sentence: `${bank} is connected.`, detail: '', action: 'none' };
}

/** One product's last failure in a sentence; null when it did not fail, or when it is the whole connection's trouble. */
export function describeFailure(
  facts: Pick<ConnectionFacts, 'institutionName' | 'endsOn' | 'asOf'>,
  { product, errorCode }: { product: ProductName; errorCode: string | null },
): ConnectionText | null {
  if (errorCode === null) return null;
  const known = Object.hasOwn(SITUATIONS, errorCode) ? SITUATIONS[errorCode] : undefined;
  const situation = known ?? UNKNOWN.healthy;
  const isOfProduct = situation.state === 'healthy' || situation.action === 'consent';
  return isOfProduct ? written(situation, facts, product, 'attention') : null;
}

/** What a failure of this code means for a product, whoever's trouble it is; for a log of what happened. */
export function sentenceFor(
  facts: Pick<ConnectionFacts, 'institutionName' | 'endsOn' | 'asOf'>,
  { product, errorCode }: { product: ProductName; errorCode: string },
): string {
  const known = Object.hasOwn(SITUATIONS, errorCode) ? SITUATIONS[errorCode] : undefined;
  return filled((known ?? UNKNOWN.healthy).sentence, facts, product);
}

function written(
  { title, sentence, detail, action }: Situation,
  facts: Pick<ConnectionFacts, 'institutionName' | 'endsOn' | 'asOf'>,
  product: ProductName | undefined,
  tone: ConnectionText['tone'],
): ConnectionText {
  const fill = (text: string) => filled(text, facts, product);
  return { label: title, tone, sentence: fill(sentence), detail: fill(detail), action };
}

function filled(
  text: string,
  { institutionName, endsOn, asOf }: Pick<ConnectionFacts, 'institutionName' | 'endsOn' | 'asOf'>,
  product: ProductName | undefined,
): string {
  const data = product === undefined ? 'all that is needed' : DATA[product];
  return text
    .replace('<on a day>', endsOn === null ? 'soon' : `on ${endsOn}`)
    .replace('<as of>', asOf === null ? 'not here yet' : `of ${asOf}`)
    .replace(/^<data>/, data.charAt(0).toUpperCase() + data.slice(1))
    .replace('<data>', data)
    .replaceAll('<bank>', () => institutionName);
}

/** What the one button or link of an action says; null where there is nothing to press. */
export const ACTION_LABELS: Readonly<Record<ConnectionText['action'], string | null>> = {
  repair: 'Sign in again',
  'choose-accounts': 'Choose accounts',
  consent: 'Choose what to share',
  relink: 'Connect again',
  refresh: 'Refresh now',
  wait: null,
  'contact-operator': null,
  none: null,
};
