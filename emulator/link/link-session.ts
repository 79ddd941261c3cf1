/**
 * What the end of a session of Link makes: an Item, or an Item that is well again. Plain functions over the
 * world; dialog and routes are beside them. Refusals are thrown as `EmulatedError`, whose `body` is what
 * Link hands to `onExit`.
 */
import type { Products } from 'plaid';
import type { ItemDocument, LinkTokenDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { findInstitution } from '../institutions/institutions';
import { refuseWithoutNeeded } from '../items/consent';
import { newShare } from '../items/first-load';
import { planEnd, planUpdates } from '../items/item-calendar';
import { createPublicToken } from '../items/item-tokens';
import { createItem, healed, updateItem } from '../items/items';
import { endEarlierItems } from '../items/one-session';
import type { Credentials, LoginAccount } from '../login';
import { runErrand } from '../users/errand';
import { TRANSACTIONS } from '../vocabulary';
import { announceRows } from '../webhooks/updates';
import type { World } from '../world';
import { logIn, mayShare, updatedItem } from './bank-log-in';
import { reportErrand, reportItem } from './link-reports';
import { type SuccessMetadata, successMetadata } from './success-metadata';

/** What `onSuccess` gets. */
export type Finished = { readonly publicToken: string; readonly metadata: SuccessMetadata };

/** What the user decided in a session. */
export type Decided = {
  readonly linkSessionId: string;
  readonly credentials: Credentials;
  readonly accountKeys: readonly string[];
  /** Kinds of data that were refused on a bank's own page. */
  readonly denied: readonly Products[];
};

/** Ends a first link: makes the Item, and the public token for its exchange. */
export async function finishLink(
  world: World,
  linkToken: LinkTokenDocument,
  session: Decided,
): Promise<Finished> {
  refuseWithoutNeeded(linkToken, session.denied);
  const login = logIn(world, session.credentials, null);
  const ticked = login.accounts.filter(
    (account) => session.accountKeys.includes(account.key) && mayShare(linkToken, account),
  );
  if (ticked.length === 0) throw plaidError('NO_ACCOUNTS');
  const item = await createItem(world, {
    credentials: session.credentials,
    login,
    accountKeys: ticked.map(({ key }) => key),
    products: linkToken.products,
    softProducts: linkToken.softProducts.filter((product) => !session.denied.includes(product)),
    deniedProducts: session.denied,
    consentedProducts: linkToken.consentedProducts,
    daysRequested: linkToken.daysRequested,
    webhook: linkToken.webhook,
    clientUserId: linkToken.clientUserId,
    statements: linkToken.statements,
  });
  await endEarlierItems(world, item);
  return finished(world, linkToken, item, ticked, session.linkSessionId, false);
}

/** Ends update mode: the Item is well again (UPD-4), with the accounts ticked now where that was asked. */
export async function finishUpdate(
  world: World,
  linkToken: LinkTokenDocument,
  session: Decided,
): Promise<Finished> {
  const before = await updatedItem(world, linkToken);
  if (!before) throw plaidError('INVALID_LINK_TOKEN');
  if (before.username !== session.credentials.username) throw plaidError('INVALID_UPDATED_USERNAME');
  const item = await updateItem(world, before.itemId, (current) => {
    const well = {
      ...healed(current, world.now),
      password: session.credentials.password,
      // What update mode asked consent for is consented to now (LT-22).
      consentedProducts: union(current.consentedProducts, linkToken.consentedProducts),
      products: union(current.products, [...linkToken.products, ...nowGranted(current, session.denied)]),
      deniedProducts: session.denied,
      ...(linkToken.statements && { statements: [...(current.statements ?? []), linkToken.statements] }),
    };
    return asksForAccounts(linkToken, current.institutionId)
      ? reselected(world, well, session.accountKeys)
      : well;
  });
  if (item.shares.length > before.shares.length) await planUpdates(world, item);
  await planEnd(world, item);
  if (item.products.includes(TRANSACTIONS)) await announceRows(world, item);
  const served = item.shares.filter(({ until }) => until === null).map(({ accountKey }) => accountKey);
  const accounts = world.loginOf(item).accounts.filter(({ key }) => served.includes(key));
  return finished(world, linkToken, item, accounts, session.linkSessionId, true);
}

/** Whether update mode has the accounts ticked anew; a bank with pages of its own always asks (UPD-5). */
function asksForAccounts(linkToken: LinkTokenDocument, institutionId: string): boolean {
  return linkToken.accountSelection || findInstitution(institutionId)?.oauth === true;
}

/** Ticked accounts are served from now on, the others no longer (UPD-6, UPD-7). */
function reselected(world: World, item: ItemDocument, ticked: readonly string[]): ItemDocument {
  const kept = item.shares.map((share) =>
    share.until === null && !ticked.includes(share.accountKey) ? { ...share, until: world.now } : share,
  );
  const served = kept.filter(({ until }) => until === null).map(({ accountKey }) => accountKey);
  const added = ticked.filter((key) => !served.includes(key)).map((key) => newShare(world, key));
  return { ...item, shares: [...kept, ...added] };
}

/** What was refused before and is not refused any more. */
function nowGranted({ deniedProducts = [] }: ItemDocument, denied: readonly Products[]): Products[] {
  return deniedProducts.filter((product) => !denied.includes(product));
}

function union(products: readonly Products[], added: readonly Products[]): Products[] {
  return [...new Set([...products, ...added])];
}

async function finished(
  world: World,
  linkToken: LinkTokenDocument,
  item: ItemDocument,
  accounts: readonly LoginAccount[],
  linkSessionId: string,
  update: boolean,
): Promise<Finished> {
  const publicToken = await createPublicToken(world, item.itemId, { update });
  const metadata = successMetadata(item, accounts, linkSessionId);
  await reportItem(world, linkToken, publicToken, metadata);
  if (linkToken.errand) {
    const { webhook } = linkToken;
    const session = { linkSessionId, publicToken, webhook, isUpdate: update };
    const result = await runErrand(world, linkToken.errand, item, session);
    await reportErrand(world, linkToken, item.itemId, result, metadata);
  }
  return { publicToken, metadata };
}
