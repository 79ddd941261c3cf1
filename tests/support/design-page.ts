/** The page on design, whose tables hold figures as the tests measure them. */
import { readFileSync } from 'node:fs';

/** The table of `docs/design.md` that begins with these columns, line by line. */
export function tableOfDesign(...columns: string[]): string[] {
  const page = readFileSync(new URL('../../docs/design.md', import.meta.url), 'utf8');
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith(rowOf(columns)));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return start === -1 ? [] : lines.slice(start, end);
}

/** A table as Markdown writes it. */
export function tableOf(head: string[], rows: string[][]): string[] {
  return [head, head.map(() => '---'), ...rows].map(rowOf);
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
