/** What people change on their rows, written down apart from the app, and where it must be in the end. */
import { updateTransaction } from '@/db/queries/transactions';
import type { UserId } from '@/lib/core/id';
import type { Chance } from './chance';
import { liveRows } from './compare';
import type { World } from './world';

type Edit = { category?: string; note?: string };

/** By Plaid's id of the row that was edited. */
export type Edits = Map<string, Edit>;

const CATEGORIES = ['gifts', 'groceries', 'travel', 'pets'];

/** Everybody changes a row or two, more often one that is pending, since those are in danger. */
export async function editSome({ people }: World, edits: Edits, chance: Chance): Promise<void> {
  for (const person of people) {
    const rows = (await liveRows(person)).toSorted((a, b) =>
      a.plaidTransactionId < b.plaidTransactionId ? -1 : 1,
    );
    const pending = rows.filter(({ isPending }) => isPending);
    for (const row of [chance.pick(rows), chance.pick(pending)]) {
      if (row) await edit(person, row, edits, chance);
    }
  }
}

async function edit(
  person: UserId,
  row: { id: string; plaidTransactionId: string },
  edits: Edits,
  chance: Chance,
): Promise<void> {
  const before = edits.get(row.plaidTransactionId);
  if (chance.happens(0.5)) {
    const category = chance.pick(CATEGORIES) ?? 'gifts';
    await updateTransaction(person, row.id, { userCategoryId: category });
    edits.set(row.plaidTransactionId, { ...before, category });
  } else {
    const note = `note ${chance.below(1_000_000)}`;
    await updateTransaction(person, row.id, { note });
    edits.set(row.plaidTransactionId, { ...before, note });
  }
}

/** One line per row whose edits are not those that were made on it, or on the pending row that it names (S5). */
export async function misplaced({ people }: World, edits: Edits): Promise<string[]> {
  const found: string[] = [];
  for (const person of people) {
    for (const row of await liveRows(person)) {
      const carried = row.pendingPlaidTransactionId ? edits.get(row.pendingPlaidTransactionId) : undefined;
      const { category = null, note = null } = { ...carried, ...edits.get(row.plaidTransactionId) };
      if (row.userCategoryId === category && row.note === note) continue;
      found.push(
        `${row.plaidTransactionId}: ${row.userCategoryId} "${row.note}" instead of ${category} "${note}"`,
      );
    }
  }
  return found;
}
