import { gateDatabase } from '../gated-database';
import { keepLog, secretsIn } from '../log-lines';
import { smallBank } from '../small-bank';
import type { Cell } from './cell';
import { linkCells } from './link-cells';
import { syncCells } from './sync-cells';

export async function allCells(): Promise<Cell[]> {
  keepLog();
  gateDatabase();
  const bank = await smallBank('error-cells');
  return [...(await syncCells(bank)), ...(await linkCells(bank))];
}

export type Wrong = { readonly name: string; readonly complaints: readonly string[] };

/** One after the other; each begins at its own moment. */
export async function tryCells(cells: readonly Cell[]): Promise<Wrong[]> {
  const lines = keepLog();
  const wrong: Wrong[] = [];
  for (const { name, run } of cells) {
    lines.length = 0;
    const found = await run().catch((error: unknown) => [`it threw ${String(error)}`]);
    const complaints = [...found, ...secretsIn(lines).map((line) => `a secret in the log: ${line}`)];
    if (complaints.length > 0) wrong.push({ name, complaints });
  }
  return wrong;
}
