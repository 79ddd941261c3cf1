/** What kind of movement is it, in a word or two? (INV-11) */

/** By type where the type says it all; otherwise by subtype, so that a dividend is not just "cash". */
const TYPES: Record<string, string> = { buy: 'Bought', sell: 'Sold', cancel: 'Cancelled' };

export function movementName({ type, subtype }: { type: string; subtype: string | null }): string {
  const isPlain = subtype === null || subtype === type;
  const known = TYPES[type];
  if (known !== undefined && isPlain) return known;
  const words = subtype ?? type;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
