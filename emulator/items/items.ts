/** Items: how one comes to be, is found by its token, changes and ends (section 7). */
import type { Products } from 'plaid';
import { fitting } from '../accounts/account-kinds';
import { DAY_MS } from '../clock';
import type { DayRange, ItemDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { opaqueId } from '../ids';
import type { Credentials, Login } from '../login';
import { nextUuid, type World } from '../world';
import { newShare } from './first-load';
import { planEnd, planUpdates } from './item-calendar';
import { refuseMisshapen } from './item-tokens';

/** What an Item is made from. */
export type NewItem = {
  readonly credentials: Credentials;
  readonly login: Login;
  readonly accountKeys: readonly string[];
  readonly products: readonly Products[];
  /** Added where the accounts have something to show for them, without failing the Item (LT-7). */
  readonly softProducts: readonly Products[];
  readonly consentedProducts: readonly Products[];
  readonly deniedProducts?: readonly Products[];
  readonly daysRequested: number | null;
  readonly webhook: string | null;
  readonly clientUserId: string | null;
  /** Days whose statements may be read. */
  readonly statements?: DayRange | undefined;
};

/** Makes the Item and the work that brings its first data. It has no access token before the exchange. */
export async function createItem(world: World, spec: NewItem): Promise<ItemDocument> {
  const itemId = opaqueId(await nextUuid(world, 'item'));
  const accounts = spec.login.accounts.filter(({ key }) => spec.accountKeys.includes(key));
  const item: ItemDocument = {
    itemId,
    ...spec.credentials,
    linkedOn: world.today,
    createdAt: world.now,
    products: [...new Set([...spec.products, ...fitting(spec.softProducts, accounts)])],
    consentedProducts: spec.consentedProducts,
    ...(spec.deniedProducts?.length && { deniedProducts: spec.deniedProducts }),
    daysRequested: spec.daysRequested,
    webhook: spec.webhook,
    errorCode: null,
    consentExpiresAt: null,
    shares: accounts.map(({ key }) => newShare(world, key)),
    changes: [],
    syncCalled: false,
    announced: 0,
    lastWebhook: null,
    clientUserId: spec.clientUserId,
    ...(spec.statements && { statements: [spec.statements] }),
  };
  await world.store.update('items', itemId, () => item);
  await planUpdates(world, item);
  await planEnd(world, item);
  return item;
}

/** The Item of an access token, in error or not; throws what TOK-6 says for a dead token. */
export async function findItem(world: World, accessToken: string): Promise<ItemDocument> {
  refuseMisshapen('access', accessToken);
  const token = await world.store.find('accessTokens', accessToken);
  if (token?.state === 'removed') throw plaidError('ITEM_NOT_FOUND');
  if (token?.state !== 'live') throw plaidError('INVALID_ACCESS_TOKEN');
  const item = await world.store.find('items', token.itemId);
  if (!item) throw plaidError('ITEM_NOT_FOUND');
  return item;
}

/** The Item of an access token if it works; one in error answers with its error (ITM-2). */
export async function findHealthyItem(world: World, accessToken: string): Promise<ItemDocument> {
  const item = await findItem(world, accessToken);
  const code = errorCodeOf(item, world.now);
  if (code !== null) throw plaidError(code);
  return item;
}

/** An Item is broken by an error, or because its consent has run out (OAU-10). */
export function errorCodeOf(item: ItemDocument, now: number): string | null {
  if (item.errorCode !== null) return item.errorCode;
  const expired = item.consentExpiresAt !== null && item.consentExpiresAt <= now;
  return expired || (item.disconnectsAt ?? Infinity) <= now ? 'ITEM_LOGIN_REQUIRED' : null;
}

/** The Item with a change, which sees the newest state of it; throws for one that is gone. */
export async function updateItem(
  world: World,
  itemId: string,
  change: (item: ItemDocument) => ItemDocument,
): Promise<ItemDocument> {
  return world.store.update('items', itemId, (item) => {
    if (!item) throw plaidError('ITEM_NOT_FOUND');
    return change(item);
  });
}

/** After success in update mode: no error, and consent for another while (UPD-4). */
export function healed(item: ItemDocument, now: number): ItemDocument {
  const renewed = item.consentExpiresAt === null ? null : now + 90 * DAY_MS;
  return { ...item, errorCode: null, consentExpiresAt: renewed, disconnectsAt: null, signedInAt: now };
}
