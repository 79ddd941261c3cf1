/** What a reader of a PDF sees, page by page, in the order in which it was written. */
import { extractText, getDocumentProxy, getMeta } from 'unpdf';

export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  // The reader takes the bytes away from whoever hands them over.
  const { text } = await extractText(await getDocumentProxy(pdf.slice()), { mergePages: false });
  return text;
}

/** All text in one line, without any blanks: line breaks of a narrow column are no part of a word. */
export async function printedIn(pdf: Uint8Array): Promise<string> {
  return unspaced((await pagesOf(pdf)).join(''));
}

export function unspaced(text: string): string {
  return text.replace(/\s/g, '');
}

/** Who made the file, and when. */
export async function propertiesOf(pdf: Uint8Array): Promise<Record<string, unknown>> {
  return (await getMeta(await getDocumentProxy(pdf.slice()))).info;
}
