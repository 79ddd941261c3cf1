/** Rows as CSV text (RFC 4180) that a spreadsheet reads as text and numbers, never as a formula. */
import Papa from 'papaparse';

/** A number goes as its decimal text, unquoted and unescaped; text that a spreadsheet would run is disarmed. */
export type Cell = { text: string } | { number: string };

export function text(value: string | null): Cell {
  return { text: value ?? '' };
}

export function number(value: string): Cell {
  return { number: value };
}

/** One or more lines, each ended, as a spreadsheet expects them. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return '';
  return `${Papa.unparse(
    rows.map((row) => row.map(written)),
    { newline: '\r\n' },
  )}\r\n`;
}

function written(cell: Cell): string {
  return 'number' in cell ? cell.number : disarm(cell.text);
}

/** An apostrophe makes a spreadsheet take the rest as text (T11). NUL has no place in a text file. */
function disarm(value: string): string {
  const clean = value.replaceAll('\0', '');
  return /^[=+\-@\t\r\n]/.test(clean) || clean.length < value.length ? `'${clean}` : clean;
}
