/** What each kind of trouble should lead to, by the call that meets it: the table of reactions, written out. */
import type { Meaning } from './codes';

/** What the call is for. `ground`: accounts and transactions, which all others stand on. */
export type Place = 'accounts' | 'transactions' | 'product' | 'aside' | 'everything';

export type Reaction = {
  /** The state of the connection afterwards. */
  readonly item: 'healthy' | 'needs-repair' | 'institution-trouble' | 'revoked';
  /** What the product that met it is shown as; `same`: as before. */
  readonly product: 'same' | 'waiting' | 'not-available' | 'failed' | 'ready';
  /** Whether the products after it are still served in the same run. */
  readonly goesOn: boolean;
  /** Whether it is tried again by itself. */
  readonly again: boolean;
};

const PASSES: Reaction = { item: 'healthy', product: 'same', goesOn: true, again: true };
const PERSON: Reaction = { item: 'needs-repair', product: 'failed', goesOn: false, again: false };
const OURS: Reaction = { item: 'healthy', product: 'same', goesOn: false, again: true };

export function reactionTo(meaning: Meaning, place: Place): Reaction {
  switch (meaning) {
    case 'passes':
    case 'link':
    case 'nonsense':
    case 'moved-pages':
    case 'accounts-changed':
      return PASSES;
    case 'bank-down':
      return { ...PASSES, item: 'institution-trouble' };
    case 'person':
      return PERSON;
    case 'consent':
      return place === 'product' ? { ...PASSES, product: 'failed', again: false } : PERSON;
    case 'not-yet':
      return { ...PASSES, product: 'waiting' };
    case 'off':
      // Accounts are what a connection is: an answer that denies them is one that passes.
      return place === 'accounts' || place === 'everything'
        ? PASSES
        : { ...PASSES, product: 'not-available', again: false };
    case 'over':
      return place === 'everything'
        ? { item: 'revoked', product: 'same', goesOn: false, again: false }
        : PASSES;
    case 'gate':
      return place === 'product' ? { ...PASSES, product: 'not-available', again: false } : OURS;
    case 'bad-field':
    case 'ours':
      return OURS;
  }
}
