import 'server-only';

/** Escapes that JSON may hold and no text column takes: the zero character, and half of a pair. */
const SUSPECT = /\\u0000|\\ud[89a-f]/i;

/** An answer's body as data; text that is not JSON stays text. A bank's odd letter costs that letter, not the sync (GEN-7). */
export function readAnswer(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body, SUSPECT.test(body) ? (_, value) => storable(value) : undefined);
  } catch {
    return body;
  }
}

function storable(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd') : value;
}
