/** Logging in at a bank without Link's dialog, as `/sandbox/public_token/create` and `/item/import` do. */
import type { Products } from 'plaid';
import type { ItemDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { findInstitution, supportsEvery } from '../institutions/institutions';
import { openBank } from '../institutions/open-bank';
import type { World } from '../world';
import { createItem, type NewItem } from './items';
import { endEarlierItems } from './one-session';

type DirectLogIn = {
  readonly institutionId: string;
  readonly username?: string | null | undefined;
  readonly password?: string | null | undefined;
  readonly products: readonly Products[];
};

/** What an Item begins with when its person was not asked anything: the log-in, and every account of it. */
type ItemStart = Pick<NewItem, 'credentials' | 'login' | 'accountKeys' | 'products'>;

/** The log-in, `user_good` unless another is named; throws what the bank, its health or its password says. */
export function openDirectly(
  world: World,
  { institutionId, username, password, products }: DirectLogIn,
): ItemStart {
  const institution = findInstitution(institutionId);
  if (!institution) throw plaidError('INVALID_INSTITUTION');
  if (products.length === 0 || products.some((product) => product === 'balance')) {
    throw plaidError('INVALID_PRODUCT');
  }
  if (!supportsEvery(institution, products)) throw plaidError('PRODUCTS_NOT_SUPPORTED');
  const credentials = { institutionId, username: username ?? 'user_good', password: password ?? 'pass_good' };
  const login = openBank(world, institution, credentials, world.today);
  return { credentials, login, accountKeys: login.accounts.map(({ key }) => key), products };
}

/** An Item with nothing optional about it. */
export async function createDirectItem(
  world: World,
  opened: ItemStart,
  { daysRequested, webhook, statements }: Pick<NewItem, 'daysRequested' | 'webhook' | 'statements'>,
): Promise<ItemDocument> {
  const optional = { softProducts: [], consentedProducts: [], clientUserId: null };
  const item = await createItem(world, { ...opened, ...optional, daysRequested, webhook, statements });
  await endEarlierItems(world, item);
  return item;
}
