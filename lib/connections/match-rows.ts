/** Which row of an account goes on as which row that the bank sent anew under another id (S5, S7). */

export type MatchableRow = {
  id: string;
  amount: number;
  currency: string;
  postedDay: string;
  authorizedDay: string | null;
  isPending: boolean;
  bankName: string;
  description: string | null;
};

export type MatchedRows<Former, Present> = {
  pairs: { former: Former; present: Present }[];
  /** Former rows for which nothing beyond doubt was found. */
  unmatched: Former[];
};

/**
 * Rows of one account, before and after. Alike are only rows of the same posted day, amount, currency, bank's
 * words, and pending or not. Where both sides have as many of a kind, the k-th goes on as the k-th; rows of a
 * kind cannot be told apart, so that none of them can be mistaken for another purchase. Where the counts differ
 * nobody can say which is missing, and none of them is matched.
 */
export function matchRows<Former extends MatchableRow, Present extends MatchableRow>(
  former: readonly Former[],
  present: readonly Present[],
): MatchedRows<Former, Present> {
  const [before, after] = [byKind(former), byKind(present)];
  const result: MatchedRows<Former, Present> = { pairs: [], unmatched: [] };
  for (const [kind, ones] of before) {
    const others = after.get(kind) ?? [];
    if (ones.length !== others.length) {
      result.unmatched.push(...ones);
      continue;
    }
    for (const [index, one] of ones.entries()) {
      const other = others[index];
      if (other) result.pairs.push({ former: one, present: other });
    }
  }
  return result;
}

function byKind<Row extends MatchableRow>(rows: readonly Row[]): Map<string, Row[]> {
  const kinds = new Map<string, Row[]>();
  for (const row of rows) {
    const { postedDay, amount, currency, bankName, isPending } = row;
    const kind = JSON.stringify([postedDay, amount, currency, bankName, isPending]);
    const known = kinds.get(kind);
    if (known) known.push(row);
    else kinds.set(kind, [row]);
  }
  for (const alike of kinds.values()) alike.sort(inOrder);
  return kinds;
}

/** An order that both sides share as far as they can: by what the bank says beside, and at last by our id. */
function inOrder(a: MatchableRow, b: MatchableRow): number {
  return (
    compare(a.authorizedDay ?? '', b.authorizedDay ?? '') ||
    compare(a.description ?? '', b.description ?? '') ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
