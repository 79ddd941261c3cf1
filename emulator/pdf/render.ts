/**
 * Papers as PDF. The same document gives the same bytes on every machine: the fonts are those that every
 * reader has, nothing is compressed, and the only date is the one that the document names.
 */
import type { PdfBlock, PdfDocument, PdfFact } from './document';
import {
  ACCENT,
  BOLD,
  heightOf,
  LINE,
  makeRoom,
  MUTED,
  PAGE,
  type Pen,
  rule,
  turnPage,
  WIDTH,
  write,
} from './page';
import { drawTable } from './table';
import { winAnsi } from './win-ansi';

const MAKER = 'Evenkeel emulator';
const NOTICE = `Made by the ${MAKER} from simulated data. Not a document of any bank.`;
const LABEL_WIDTH = 132;

/** The file, ready to be sent as `application/pdf`. */
export async function renderPdf(paper: PdfDocument): Promise<Uint8Array<ArrayBuffer>> {
  const pen = await openPen(paper);
  const bytes = collected(pen);
  drawTitle(pen, paper);
  for (const block of paper.blocks) drawBlock(pen, block);
  drawFooters(pen);
  pen.end();
  return bytes;
}

/** The library is fetched with the first paper, so that it costs a start nothing. */
async function openPen({ title, createdAt }: PdfDocument): Promise<Pen> {
  const { default: PDFDocument } = await import('pdfkit');
  const info = {
    Title: winAnsi(title),
    Author: MAKER,
    Creator: MAKER,
    Producer: MAKER,
    CreationDate: new Date(createdAt),
  };
  return new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    compress: false,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'en-US',
    displayTitle: true,
    info,
  });
}

function collected(pen: Pen): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pen.on('data', (part: Uint8Array) => parts.push(part));
    pen.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    pen.on('error', reject);
  });
}

function drawTitle(pen: Pen, { title, subtitle }: PdfDocument): void {
  pen.rect(0, 0, PAGE.width, 6).fill(ACCENT);
  pen.y = PAGE.top;
  write(pen, title, { size: 20, font: BOLD });
  pen.y += 4;
  if (subtitle !== undefined) write(pen, subtitle, { size: 10, colour: MUTED });
  pen.y += 16;
}

function drawBlock(pen: Pen, block: PdfBlock): void {
  if (block.kind === 'section') drawSection(pen, block);
  if (block.kind === 'heading') {
    makeRoom(pen, 72);
    write(pen, block.title, { size: 10, font: BOLD });
    pen.y += 5;
  }
  if (block.kind === 'text') {
    makeRoom(pen, heightOf(pen, block.text, 9, WIDTH));
    write(pen, block.text, { size: 9, colour: MUTED });
    pen.y += 10;
  }
  if (block.kind === 'facts') drawFacts(pen, block.facts);
  if (block.kind === 'table') drawTable(pen, block.columns, block.rows);
}

function drawSection(pen: Pen, { title, note, onNewPage }: Extract<PdfBlock, { kind: 'section' }>): void {
  if (onNewPage) turnPage(pen);
  else makeRoom(pen, 96);
  pen.y += 6;
  rule(pen, ACCENT, 1);
  pen.y += 8;
  write(pen, title, { size: 13, font: BOLD });
  pen.y += 2;
  if (note !== undefined) write(pen, note, { size: 9, colour: MUTED });
  pen.y += 8;
}

function drawFacts(pen: Pen, facts: readonly PdfFact[]): void {
  const width = WIDTH - LABEL_WIDTH;
  for (const [label, value] of facts) {
    makeRoom(pen, heightOf(pen, value, 9, width) + 4);
    const top = pen.y;
    const labelled = write(pen, label, { size: 9, colour: MUTED, width: LABEL_WIDTH - 10 });
    pen.y = top;
    const valued = write(pen, value, { size: 9, x: PAGE.left + LABEL_WIDTH, width });
    pen.y = top + Math.max(labelled, valued) + 4;
  }
  pen.y += 8;
}

/** On every page: what this is, and which page of how many. */
function drawFooters(pen: Pen): void {
  const { count } = pen.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pen.switchToPage(page);
    pen.y = PAGE.bottom + 14;
    rule(pen, LINE);
    pen.y += 8;
    const top = pen.y;
    write(pen, NOTICE, { size: 7.5, colour: MUTED });
    pen.y = top;
    write(pen, `Page ${page + 1} of ${count}`, { size: 7.5, colour: MUTED, align: 'right' });
  }
}
