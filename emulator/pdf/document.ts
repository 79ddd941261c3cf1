/** A paper in words: what a PDF says, before anybody thinks of pages (`render.ts` does). */

export type PdfDocument = {
  readonly title: string;
  /** One line under the title: whose paper, of which day. */
  readonly subtitle?: string;
  /** Instant that the file names as its creation, in simulated milliseconds; the same bytes follow from it. */
  readonly createdAt: number;
  readonly blocks: readonly PdfBlock[];
};

export type PdfBlock =
  | { readonly kind: 'section'; readonly title: string; readonly note?: string; readonly onNewPage?: boolean }
  | { readonly kind: 'heading'; readonly title: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly PdfFact[] }
  | { readonly kind: 'table'; readonly columns: readonly PdfColumn[]; readonly rows: readonly PdfRow[] };

export type PdfFact = readonly [label: string, value: string];

export type PdfColumn = {
  readonly title: string;
  /** Its share of the width, against the shares of the others. */
  readonly share: number;
  /** Figures stand at the right. */
  readonly align?: 'left' | 'right';
};

/** One cell per column. */
export type PdfRow = readonly string[];
