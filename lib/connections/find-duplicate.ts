/** Is this bank linked already? Two Items of one log-in would count every figure twice (DUP-1). */
export type LinkedAccount<Id extends string> = { itemId: Id; name: string; mask: string | null };

export type OfferedAccount = { name?: string | null | undefined; mask?: string | null | undefined };

/** `isSure` is false where the bank says too little to tell, and only the person knows (DUP-3). */
export type Duplicate<Id extends string> = { itemId: Id; isSure: boolean };

/**
 * The connection that already holds one of these accounts, by name and mask (DUP-2); null when there is none.
 * `linked` are accounts at the same institution. Where a bank gives no name or no mask, an equal list is a reason
 * to ask, and no proof: a second log-in at one bank is nothing unusual (DUP-3).
 */
export function findDuplicate<Id extends string>(
  offered: readonly OfferedAccount[],
  linked: readonly LinkedAccount<Id>[],
): Duplicate<Id> | null {
  const sure = linked.find((known) =>
    offered.some(({ name, mask }) => mask != null && mask === known.mask && name === known.name),
  );
  if (sure) return { itemId: sure.itemId, isSure: true };
  const unclear = linked.find((known) => offered.some((account) => mayBe(account, known)));
  return unclear ? { itemId: unclear.itemId, isSure: false } : null;
}

/** Nothing speaks against it; were all of it known, it would be sure. */
function mayBe(offered: OfferedAccount, known: LinkedAccount<string>): boolean {
  const hasSameName = offered.name == null || offered.name === known.name;
  const hasSameMask = offered.mask == null || known.mask === null || offered.mask === known.mask;
  return hasSameName && hasSameMask;
}
