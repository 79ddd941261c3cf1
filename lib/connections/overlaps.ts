/** Connections that share an account, so that it counts twice (DUP-7). A suggestion: only the person decides. */
import { type MatchableAccount, matchAccounts } from './match-accounts';

type Shared<Id extends string> = MatchableAccount & { itemId: Id; plaidInstitutionId: string | null };

export type Overlap<Id extends string> = { formerId: Id; presentId: Id };

/** Pairs of connections at one bank with an account in common; `ids` in the order in which they were made. */
export function findOverlaps<Id extends string>(
  ids: readonly Id[],
  accounts: readonly Shared<Id>[],
): Overlap<Id>[] {
  const of = (id: Id) => accounts.filter(({ itemId }) => itemId === id);
  return ids.flatMap((formerId, index) =>
    ids.slice(index + 1).flatMap((presentId) => {
      const [former, present] = [of(formerId), of(presentId)];
      const bank = former[0]?.plaidInstitutionId ?? null;
      if (bank === null || bank !== present[0]?.plaidInstitutionId) return [];
      return matchAccounts(former, present).matches.length > 0 ? [{ formerId, presentId }] : [];
    }),
  );
}
