/** The text of a custom user's file: read with care, since anybody may type anything for a password. */

/** Deeper than any file that names accounts. */
const DEEPEST = 100;

/** What a text says as JSON; null where it is none, or deeper than any file of that kind. */
export function jsonIn(text: string): unknown {
  if (depthOf(text) > DEEPEST) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** How deep the brackets of a text go, those inside of its strings aside. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, '');
  for (const [bracket] of bare.matchAll(/[[{\]}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/**
 * A field that is null says as much as one that is missing, and so does an object or a list of nothing else:
 * Plaid's own template comes with every field named and null.
 */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return unlessEmptied(value, value.map(withoutNulls).filter(isSaid));
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).map(([key, member]) => [key, withoutNulls(member)] as const);
  const kept = said.filter(([, member]) => isSaid(member));
  return kept.length === 0 && said.length > 0 ? null : Object.fromEntries(kept);
}

function unlessEmptied(before: readonly unknown[], after: unknown[]): unknown[] | null {
  return after.length === 0 && before.length > 0 ? null : after;
}

function isSaid(value: unknown): boolean {
  return value !== null;
}
