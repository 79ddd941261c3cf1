/** What taking another connection's place would do, before anything is done. */
import { type MatchableRow, matchRows } from './match-rows';

export type PreviewRow = MatchableRow & { isEdited: boolean };

/** One account: its rows now, and those of the account that it would go on as; null where it goes on as none. */
export type PreviewAccount<Row> = { former: Row[]; present: Row[] | null };

export type ReplacementPreview<Row> = {
  /** Rows that are found again, and those among them with a change of the person's. */
  matched: number;
  editsMoved: number;
  /** Rows from before the new connection's first, and of accounts that it does not share: they stay as they are. */
  kept: number;
  /** Rows that the bank does not send any more; without a change of the person's, nobody would miss them. */
  missing: number;
  /** Those among them that the person changed: the change finds no row, and is kept to be read. */
  lost: Row[];
  /** Rows that only the new connection has. */
  added: number;
};

/** The same rule as when it is done (`settleKept`): equal rows go on, older ones stay, others are not there any more. */
export function previewReplacement<Row extends PreviewRow>(
  accounts: readonly PreviewAccount<Row>[],
): ReplacementPreview<Row> {
  const sum: ReplacementPreview<Row> = {
    matched: 0,
    editsMoved: 0,
    kept: 0,
    missing: 0,
    lost: [],
    added: 0,
  };
  for (const { former, present } of accounts) {
    const { pairs, unmatched } = matchRows(former, present ?? []);
    const first = firstDayOf(present ?? []);
    const missing = unmatched.filter((row) => first !== null && (row.isPending || row.postedDay >= first));
    sum.matched += pairs.length;
    sum.editsMoved += pairs.filter((pair) => pair.former.isEdited).length;
    sum.kept += unmatched.length - missing.length;
    sum.missing += missing.length;
    sum.lost.push(...missing.filter(({ isEdited }) => isEdited));
    sum.added += (present?.length ?? 0) - pairs.length;
  }
  return sum;
}

function firstDayOf(rows: readonly PreviewRow[]): string | null {
  return rows.reduce<string | null>(
    (first, { postedDay }) => (first === null || postedDay < first ? postedDay : first),
    null,
  );
}
