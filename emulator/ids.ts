/** Names for things, derived from content: the same seed and the same steps give the same ids (EMU-2). */
import { hash } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The letter of every byte, looked up half a thousand times a page. */
const LETTERS = Array.from({ length: 256 }, (_, byte) => ALPHABET.charAt(byte % ALPHABET.length));

/** An id that looks like Plaid's: 37 letters and digits, case-sensitive, without meaning (GEN-5). */
export function opaqueId(...parts: readonly string[]): string {
  return letters(digest(parts, 'binary'), 37);
}

/** The short one of `request_id`. */
export function shortId(...parts: readonly string[]): string {
  return letters(digest(parts, 'binary'), 15);
}

/** The shape of a version 4 UUID, for tokens and Link sessions. */
export function uuidFrom(...parts: readonly string[]): string {
  const hex = digest(parts, 'hex');
  const variant = '89ab'[parseInt(hex.charAt(16), 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** The wire's account id: of this Item and no other (DUP-1). */
export function accountIdOf(itemId: string, accountKey: string): string {
  return opaqueId(itemId, 'account', accountKey);
}

/** The wire's id of one row, pending or posted. */
export function transactionIdOf(itemId: string, rowKey: string): string {
  return opaqueId(itemId, 'transaction', rowKey);
}

/** The wire's id of one trade; it is the same in a report as in the list. */
export function investmentTransactionIdOf(itemId: string, accountKey: string, tradeKey: string): string {
  return opaqueId(itemId, 'investment', accountKey, tradeKey);
}

/** As text: a buffer for each would cost more than the digest itself. */
function digest(parts: readonly string[], encoding: 'hex' | 'binary'): string {
  return hash('sha512', parts.join('\u0000'), encoding);
}

/** One letter for each of the first bytes; `bytes` holds one per character. */
function letters(bytes: string, count: number): string {
  let text = '';
  for (let index = 0; index < count; index += 1) text += LETTERS[bytes.charCodeAt(index)];
  return text;
}
