/** A table over as many pages as it needs; its head stands on each of them. */
import type { PdfColumn, PdfRow } from './document';
import {
  BOLD,
  heightOf,
  INK,
  LINE,
  makeRoom,
  MUTED,
  PAGE,
  type Pen,
  REGULAR,
  rule,
  WIDTH,
  write,
} from './page';

const SIZE = 8.5;
const GAP = 10;
const PADDING = 4;

type Slot = { readonly x: number; readonly width: number; readonly align: 'left' | 'right' };

export function drawTable(pen: Pen, columns: readonly PdfColumn[], rows: readonly PdfRow[]): void {
  const slots = slotsOf(columns);
  const titles = columns.map(({ title }) => title);
  const drawHead = () => {
    drawCells(pen, slots, titles, BOLD, MUTED);
    rule(pen, MUTED);
  };
  makeRoom(pen, 3 * rowHeight(pen, slots, titles, BOLD));
  drawHead();
  for (const row of rows) {
    if (makeRoom(pen, rowHeight(pen, slots, row, REGULAR))) drawHead();
    drawCells(pen, slots, row, REGULAR, INK);
    rule(pen, LINE);
  }
  pen.y += 10;
}

function slotsOf(columns: readonly PdfColumn[]): Slot[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const room = WIDTH - GAP * (columns.length - 1);
  let x: number = PAGE.left;
  return columns.map(({ share, align = 'left' }) => {
    const slot = { x, width: (room * share) / shares, align };
    x += slot.width + GAP;
    return slot;
  });
}

function drawCells(pen: Pen, slots: readonly Slot[], cells: PdfRow, font: string, colour: string): void {
  const top = pen.y;
  const height = rowHeight(pen, slots, cells, font);
  slots.forEach((slot, index) => {
    pen.y = top + PADDING;
    write(pen, cells[index] ?? '', { size: SIZE, font, colour, ...slot });
  });
  pen.y = top + height;
}

function rowHeight(pen: Pen, slots: readonly Slot[], cells: PdfRow, font: string): number {
  const heights = slots.map(({ width }, index) => heightOf(pen, cells[index] ?? '', SIZE, width, font));
  return Math.max(...heights, SIZE) + 2 * PADDING;
}
