/** Is this bank linked already? Two Items of one log-in would count every figure twice (DUP-1). */
export type LinkedAccount<Id extends string> = { itemId: Id; name: string; mask: string | null };

export type OfferedAccount = { name?: string | null | undefined; mask?: string | null | undefined };

/**
 * The connection that already holds one of these accounts, by name and mask (DUP-2); null when there is none.
 * `linked` are accounts at the same institution. Where a bank gives no mask, one equal name proves nothing
 * (DUP-3): only a whole list that is the same counts.
 */
export function findDuplicate<Id extends string>(
  offered: readonly OfferedAccount[],
  linked: readonly LinkedAccount<Id>[],
): Id | null {
  const sure = linked.find((known) =>
    offered.some(({ name, mask }) => mask != null && mask === known.mask && name === known.name),
  );
  if (sure) return sure.itemId;
  const itemIds = [...new Set(linked.map(({ itemId }) => itemId))];
  const same = list(offered);
  return (
    itemIds.find((id) => same !== '' && list(linked.filter(({ itemId }) => itemId === id)) === same) ?? null
  );
}

function list(accounts: readonly OfferedAccount[]): string {
  return accounts
    .map(({ name, mask }) => `${name ?? ''}\n${mask ?? ''}`)
    .sort()
    .join('\n\n');
}
