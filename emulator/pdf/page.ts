/** The page that every paper is printed on: its size, its colours, and the pen that goes down it. */
import type PDFKit from 'pdfkit';
import { winAnsi } from './win-ansi';

export type Pen = InstanceType<typeof PDFKit>;

/** Points; US Letter, like the banks it comes from. */
export const PAGE = { width: 612, height: 792, left: 54, right: 558, top: 54, bottom: 726 } as const;
export const WIDTH = PAGE.right - PAGE.left;

export const INK = '#1c2430';
export const MUTED = '#66707d';
export const LINE = '#d9dee4';
export const ACCENT = '#1f6f5c';

export const REGULAR = 'Helvetica';
export const BOLD = 'Helvetica-Bold';

type Words = {
  readonly size: number;
  readonly font?: string;
  readonly colour?: string;
  readonly x?: number;
  readonly width?: number;
  readonly align?: 'left' | 'right';
};

/** Writes text at the pen's height, in one column, and returns how high it became. */
export function write(pen: Pen, text: string, words: Words): number {
  const shown = winAnsi(text);
  const { x = PAGE.left, width = WIDTH, align = 'left' } = words;
  const top = pen.y;
  pen
    .font(words.font ?? REGULAR)
    .fontSize(words.size)
    .fillColor(words.colour ?? INK);
  const needed = pen.widthOfString(shown);
  const height = needed <= width ? pen.currentLineHeight(true) : pen.heightOfString(shown, { width });
  // Most texts are one line; breaking lines is what takes the time.
  if (needed <= width) pen.text(shown, align === 'right' ? x + width - needed : x, top, { lineBreak: false });
  else pen.text(shown, x, top, { width, align, height });
  pen.y = top + height;
  return height;
}

/** How high a text will be in a column of that width. */
export function heightOf(pen: Pen, text: string, size: number, width: number, font = REGULAR): number {
  const shown = winAnsi(text);
  pen.font(font).fontSize(size);
  return pen.widthOfString(shown) <= width
    ? pen.currentLineHeight(true)
    : pen.heightOfString(shown, { width });
}

/** Turns the page unless so much still fits on this one; tells whether it did. */
export function makeRoom(pen: Pen, height: number): boolean {
  if (pen.y + height <= PAGE.bottom) return false;
  turnPage(pen);
  return true;
}

export function turnPage(pen: Pen): void {
  pen.addPage();
  pen.y = PAGE.top;
}

export function rule(pen: Pen, colour: string, weight = 0.5): void {
  pen.moveTo(PAGE.left, pen.y).lineTo(PAGE.right, pen.y).lineWidth(weight).strokeColor(colour).stroke();
}
