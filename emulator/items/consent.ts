/** Kinds of data that a person may refuse on a bank's own page (OAU-9). */
import type { Products } from 'plaid';
import type { ItemDocument, LinkTokenDocument } from '../documents';
import { plaidError } from '../errors/errors';

/** Identity and account numbers are not among them: as in Plaid's Sandbox they are always granted (OAU-14). */
const KINDS: Readonly<Record<string, string>> = {
  transactions: 'Transactions',
  investments: 'Holdings and trades',
  liabilities: 'Loans and cards',
  assets: 'Reports of balances and history',
  statements: 'Statements',
};

export type DataKind = { readonly product: Products; readonly name: string; readonly granted: boolean };

/** What the page asks for: everything of the token and, in a repair, of the Item as well. */
export function dataKinds(linkToken: LinkTokenDocument, item: ItemDocument | undefined): DataKind[] {
  const denied = item?.deniedProducts ?? [];
  const asked = [...linkToken.products, ...linkToken.softProducts, ...(item?.products ?? []), ...denied];
  return [...new Set(asked)].flatMap((product) => {
    const name = KINDS[product];
    return name === undefined ? [] : [{ product, name, granted: !denied.includes(product) }];
  });
}

/** An attempt fails when what the app cannot do without was refused (OAU-9). */
export function refuseWithoutNeeded(linkToken: LinkTokenDocument, denied: readonly Products[]): void {
  if (linkToken.neededProducts.some((product) => denied.includes(product))) {
    throw plaidError('ACCESS_NOT_GRANTED');
  }
}
