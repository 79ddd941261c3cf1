/** Which banks need a person, or are out of reach, among the banks of some accounts. */
import { groupBy } from '@/lib/core/group-by';

type OfBank = { itemId: string; institutionName: string; itemState: string };

export type TroubledBank = { itemId: string; name: string; sentence: string; action: string };

type Words = { sentence: (name: string) => string; action: string };

const WORDS: Record<string, Words> = {
  'needs-repair': { sentence: (name) => `${name} needs you to sign in again.`, action: 'Reconnect' },
  'repair-soon': { sentence: (name) => `${name} will soon need you to sign in again.`, action: 'Reconnect' },
  'institution-trouble': {
    sentence: (name) => `${name} cannot be reached at the moment.`,
    action: 'See more',
  },
  revoked: { sentence: (name) => `${name} no longer shares its data.`, action: 'Connect again' },
};

/** One per connection, in the order of its first account; a healthy one has no words. */
export function troubledBanks(accounts: readonly OfBank[]): TroubledBank[] {
  return [...groupBy(accounts, ({ itemId }) => itemId).values()].flatMap(([first]) => {
    const words = first && WORDS[first.itemState];
    if (!first || !words) return [];
    const { itemId, institutionName: name } = first;
    return [{ itemId, name, sentence: words.sentence(name), action: words.action }];
  });
}
