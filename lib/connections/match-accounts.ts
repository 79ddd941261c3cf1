/** Which account of a former connection goes on as which of the present one, for the same person (DUP-6, ACC-9). */

export type MatchableAccount = {
  persistentAccountId: string | null;
  /** The bank's name of it, not the person's. */
  bankName: string;
  mask: string | null;
  type: string;
  subtype: string | null;
  currency: string;
};

export type AccountMatch<Former, Present> = {
  former: Former;
  present: Present;
  /** The bank's own lasting id says so for certain; name, mask and kind say so with nobody else like them. */
  by: 'persistent-id' | 'name';
};

/** `former` and `present` of the answer are those without a counterpart that is beyond doubt. */
export type MatchedAccounts<Former, Present> = {
  matches: AccountMatch<Former, Present>[];
  former: Former[];
  present: Present[];
};

/**
 * One to one, and only where nothing else could be meant: an id or a name that occurs twice on either side
 * matches nothing, an account without a mask is nobody's double, and two lasting ids that differ never match.
 */
export function matchAccounts<Former extends MatchableAccount, Present extends MatchableAccount>(
  former: readonly Former[],
  present: readonly Present[],
): MatchedAccounts<Former, Present> {
  const sure = pairUp(former, present, persistentKey);
  const [restFormer, restPresent] = [
    without(former, sure.map(formerOf)),
    without(present, sure.map(presentOf)),
  ];
  const named = pairUp(restFormer, restPresent, nameKey).filter(
    (pair) => pair.former.persistentAccountId === null || pair.present.persistentAccountId === null,
  );
  return {
    matches: [
      ...sure.map((pair) => ({ ...pair, by: 'persistent-id' as const })),
      ...named.map((pair) => ({ ...pair, by: 'name' as const })),
    ],
    former: without(restFormer, named.map(formerOf)),
    present: without(restPresent, named.map(presentOf)),
  };
}

type Pair<Former, Present> = { former: Former; present: Present };

const formerOf = <Former>({ former }: { former: Former }): Former => former;
const presentOf = <Present>({ present }: { present: Present }): Present => present;

function pairUp<Former extends MatchableAccount, Present extends MatchableAccount>(
  former: readonly Former[],
  present: readonly Present[],
  keyOf: (account: MatchableAccount) => string | null,
): Pair<Former, Present>[] {
  const [ones, others] = [lone(former, keyOf), lone(present, keyOf)];
  return [...ones].flatMap(([key, one]) => {
    const other = others.get(key);
    return one && other ? [{ former: one, present: other }] : [];
  });
}

/** By key, the one account that has it; null where several have. */
function lone<Account extends MatchableAccount>(
  accounts: readonly Account[],
  keyOf: (account: MatchableAccount) => string | null,
): Map<string, Account | null> {
  const found = new Map<string, Account | null>();
  for (const account of accounts) {
    const key = keyOf(account);
    if (key !== null) found.set(key, found.has(key) ? null : account);
  }
  return found;
}

function persistentKey({ persistentAccountId, currency }: MatchableAccount): string | null {
  return persistentAccountId === null ? null : JSON.stringify([persistentAccountId, currency]);
}

function nameKey({ bankName, mask, type, subtype, currency }: MatchableAccount): string | null {
  return mask === null ? null : JSON.stringify([bankName, mask, type, subtype, currency]);
}

function without<Account>(accounts: readonly Account[], taken: readonly Account[]): Account[] {
  const gone = new Set(taken);
  return accounts.filter((account) => !gone.has(account));
}
