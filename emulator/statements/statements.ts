/** The statements of an Item that may be read: those written in the days that were asked for (STM-1). */
import { servedAccounts } from '../accounts/accounts';
import type { ItemDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { opaqueId } from '../ids';
import { findHealthyItem } from '../items/items';
import type { LoginAccount } from '../login';
import { STATEMENTS } from '../vocabulary';
import type { World } from '../world';
import { type StatementPeriod, statementPeriods } from './periods';
import { isWithin, rangesOf } from './range';

export type Statement = StatementPeriod & { readonly statementId: string };

/** An Item with the product, whose statements have been fetched. */
export async function findStatementItem(world: World, accessToken: string): Promise<ItemDocument> {
  const item = await findHealthyItem(world, accessToken);
  if (!item.products.includes(STATEMENTS)) throw plaidError('PRODUCT_NOT_ENABLED');
  return item;
}

export type AccountStatements = {
  readonly account: LoginAccount;
  readonly statements: readonly Statement[];
};

/** By account, newest first. They are there at once: the bank has written them before the Item was linked. */
export function statementsOf(world: World, item: ItemDocument): AccountStatements[] {
  return servedAccounts(world, item)
    .map((account) => ({ account, statements: readable(world, item, account) }))
    .filter(({ statements }) => statements.length > 0);
}

function readable(world: World, item: ItemDocument, account: LoginAccount): Statement[] {
  const ranges = rangesOf(item);
  const since = ranges.reduce((first, { start }) => (start < first ? start : first), world.today);
  return statementPeriods(account, world.today, since)
    .filter(({ postedOn }) => ranges.some((range) => isWithin(range, postedOn)))
    .map((period) => ({
      ...period,
      statementId: opaqueId(item.itemId, 'statement', account.key, period.last),
    }));
}
