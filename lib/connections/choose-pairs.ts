/** Which account of the former connection goes on as which: as matched, unless the person said otherwise. */
import { type MatchableAccount, matchAccounts } from './match-accounts';

export type ChoosableAccount<Id extends string> = MatchableAccount & { id: Id; name: string };

export type Choice<Account> = {
  account: Account;
  /** What it goes on as; null where its history is kept and it is closed. */
  chosen: Account | null;
  /** How it was found: by the bank's lasting id, by its name, by hand, or not at all. */
  by: 'persistent-id' | 'name' | 'hand' | null;
  /** What a person may choose: accounts of the new connection in the same currency. */
  options: Account[];
};

/** `said` holds the chosen id of the new account by that of the former one, and '' for none. Each is taken once. */
export function choosePairs<Id extends string, Account extends ChoosableAccount<Id>>(
  former: readonly Account[],
  present: readonly Account[],
  said: Readonly<Record<string, string | string[] | undefined>>,
): Choice<Account>[] {
  const { matches } = matchAccounts(former, present);
  const taken = new Set<string>();
  return former.map((account) => {
    const options = present.filter(({ currency }) => currency === account.currency);
    const match = matches.find((one) => one.former === account);
    const word = said[account.id];
    const wanted = typeof word === 'string' ? options.find(({ id }) => id === word) : match?.present;
    const chosen = wanted && !taken.has(wanted.id) ? wanted : null;
    if (chosen) taken.add(chosen.id);
    const isMatch = chosen !== null && chosen === match?.present;
    return { account, chosen, by: chosen === null ? null : isMatch ? match.by : 'hand', options };
  });
}
