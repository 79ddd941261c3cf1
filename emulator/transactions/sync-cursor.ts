/**
 * The cursor of `/transactions/sync`: which stream it belongs to, from which position a run reads, to
 * which length, and how many updates of that run were given. Opaque base64, well below 256 characters
 * (TXN-4). It carries everything, so the server remembers nothing and the same cursor answers the same.
 */
import { shortId } from '../ids';

export type SyncCursor = {
  /** Position that the reader has in full. */
  readonly from: number;
  /** Length of the log when the run began; null between runs. */
  readonly to: number | null;
  /** Updates of the run that were given already. */
  readonly offset: number;
};

export function writeCursor(stream: string, { from, to, offset }: SyncCursor): string {
  const text = `${shortId(stream)}.${from}.${to ?? ''}.${offset}`;
  return Buffer.from(`${text}.${shortId('cursor', text)}`).toString('base64');
}

/** Null for a cursor that is broken, or of another stream. */
export function readCursor(stream: string, cursor: string): SyncCursor | null {
  const text = Buffer.from(cursor, 'base64').toString('latin1');
  const [, from = '', to = '', offset = ''] = text.split('.');
  const read = { from: Number(from), to: to === '' ? null : Number(to), offset: Number(offset) };
  // Written again, for base64 is read leniently: letters before, between or after it would pass.
  return writeCursor(stream, read) === cursor ? read : null;
}
