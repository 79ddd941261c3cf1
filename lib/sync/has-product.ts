import 'server-only';
import type { Run } from './run';

/**
 * Whether to ask for a product: it is on the Item already, or it can be and there is an account that it is
 * about. Asking puts it on the Item for good, and on the bill (LT-10), so nothing is asked just to see.
 */
export function hasProduct({ facts, accountTypes }: Run, product: string, types: string[]): boolean {
  if (!facts) return false;
  if (facts.products.includes(product)) return true;
  return facts.availableProducts.includes(product) && types.some((type) => accountTypes.has(type));
}
