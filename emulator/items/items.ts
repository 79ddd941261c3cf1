/** Items: how one comes to be, is found by its token, changes and ends (section 7). */
import type { Products } from 'plaid';
import { addDays } from '@/lib/core/day';
import { DAY_MS, startOf } from '../clock';
import type { AccountShare, DayRange, ItemDocument, ItemJob } from '../documents';
import { plaidError } from '../errors/errors';
import { opaqueId } from '../ids';
import { isDebt, isTransactional, isInvestment } from '../accounts/account-kinds';
import type { Login, LoginAccount } from '../login';
import { TRANSACTIONS } from '../vocabulary';
import { type Credentials, delaysOf, nextUuid, type World } from '../world';

/** How long a public token can be exchanged (TOK-3). */
export const PUBLIC_TOKEN_MS = 30 * 60_000;

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

/** An account from now on: some rows soon, the rest later (TXN-8). */
export function newShare(world: World, accountKey: string): AccountShare {
  const { initial, historical } = delaysOf(world);
  return {
    accountKey,
    since: world.now,
    initialAt: world.now + initial,
    historicalAt: world.now + Math.max(initial, historical),
    until: null,
  };
}

/** The work that tells about new data: twice for the first load, then every day. */
export async function planUpdates(world: World, item: ItemDocument): Promise<void> {
  const initialAt = Math.max(...item.shares.map((share) => share.initialAt));
  const historicalAt = Math.max(...item.shares.map((share) => share.historicalAt));
  await planJob(world, item, 'initial', initialAt);
  await planJob(world, item, 'historical', historicalAt);
  await planJob(world, item, 'day', startOf(addDays(world.today, 1)));
}

/** Puts work on the Item's calendar; the same kind of work stands there once. */
export async function planJob(
  world: World,
  { itemId }: ItemDocument,
  kind: ItemJob['kind'],
  at: number,
): Promise<void> {
  const id = `${itemId}:${kind}`;
  await world.store.update('jobs', id, () => ({ id, at, itemId, kind }));
}

/** Puts the end of the Item on its calendar, if one is in sight. */
export async function planEnd(world: World, item: ItemDocument): Promise<void> {
  const at = endOf(item, world.settings.loginDays ?? null);
  if (at !== null) await planJob(world, item, 'end', at);
}

/** When it stops working by itself: consent, connection or log-in run out, whichever is first. */
export function endOf(item: ItemDocument, loginDays: number | null): number | null {
  const signedInAt = item.signedInAt ?? item.createdAt;
  const ends = [
    item.consentExpiresAt ?? Infinity,
    item.disconnectsAt ?? Infinity,
    loginDays === null ? Infinity : signedInAt + loginDays * DAY_MS,
  ];
  const first = Math.min(...ends);
  return Number.isFinite(first) ? first : null;
}

export async function createPublicToken(
  world: World,
  itemId: string,
  { update }: { update: boolean },
): Promise<string> {
  const token = `public-sandbox-${await nextUuid(world, 'public-token')}`;
  const expiresAt = world.now + PUBLIC_TOKEN_MS;
  await world.store.update('publicTokens', token, () => ({ itemId, expiresAt, used: false, update }));
  return token;
}

export async function createAccessToken(world: World, itemId: string): Promise<string> {
  const token = `access-sandbox-${await nextUuid(world, 'access-token')}`;
  await world.store.update('accessTokens', token, () => ({ itemId, state: 'live' as const }));
  return token;
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

/** A token says of itself what it is for and where it belongs (GEN-15); one that does not was never ours. */
export function refuseMisshapen(kind: 'access' | 'public', token: string): void {
  const code = kind === 'access' ? 'INVALID_ACCESS_TOKEN' : 'INVALID_PUBLIC_TOKEN';
  const environment = new RegExp(`^${kind}-(sandbox|development|production)-.`).exec(token)?.[1];
  if (!environment) {
    const expected = `${kind}-<environment>-<identifier>`;
    throw plaidError(code, `provided ${kind} token is in an invalid format. expected format: ${expected}`);
  }
  if (environment !== 'sandbox') {
    const both = `expected "sandbox", got "${environment}"`;
    throw plaidError(code, `provided ${kind} token is for the wrong Plaid environment. ${both}`);
  }
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

/** Calling a product's endpoint adds the product to the Item (LT-10), unless the user refused it (OAU-9). */
export async function addProduct(world: World, item: ItemDocument, product: Products): Promise<ItemDocument> {
  if (item.deniedProducts?.includes(product)) throw plaidError('ACCESS_NOT_GRANTED');
  if (item.products.includes(product)) return item;
  return updateItem(world, item.itemId, (current) => ({
    ...current,
    products: [...new Set([...current.products, product])],
  }));
}

/** A first call for rows starts their extraction: for as many days as it says, and in its two steps (TXN-10). */
export async function startTransactions(
  world: World,
  item: ItemDocument,
  daysRequested: number | null | undefined,
): Promise<ItemDocument> {
  if (item.deniedProducts?.includes(TRANSACTIONS)) throw plaidError('ACCESS_NOT_GRANTED');
  if (item.products.includes(TRANSACTIONS)) return item;
  const { initialAt, historicalAt } = newShare(world, '');
  const started = await updateItem(world, item.itemId, (current) => ({
    ...current,
    products: [...new Set([...current.products, TRANSACTIONS])],
    daysRequested: daysRequested ?? current.daysRequested,
    shares: current.shares.map((share) =>
      share.until === null ? { ...share, initialAt, historicalAt } : share,
    ),
  }));
  await planUpdates(world, started);
  return started;
}

function fitting(products: readonly Products[], accounts: readonly LoginAccount[]): Products[] {
  return products.filter((product) => accounts.some((account) => fits(product, account)));
}

/** Whether an account has something to show for a product (ACC-4). */
export function fits(product: string, account: LoginAccount): boolean {
  if (product === 'transactions' || product === 'recurring_transactions') return isTransactional(account);
  if (product === 'liabilities') return isDebt(account);
  if (product === 'investments') return isInvestment(account);
  if (product === 'income_verification') return account.type === 'depository';
  return true;
}
