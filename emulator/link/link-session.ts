/**
 * What happens behind Link's dialog: what a log-in opens, and what the end of it makes. Plain functions
 * over the world; the dialog and its routes are in `link/`. Refusals are thrown as `EmulatedError`, whose
 * `body` is what Link hands to `onExit`.
 */
import type { Products } from 'plaid';
import type { AccountFilters, ItemDocument, LinkTokenDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { accountIdOf } from '../ids';
import { findInstitution } from '../institutions/institutions';
import { createItem, healed, updateItem } from '../items/items';
import { createPublicToken } from '../items/item-tokens';
import { fits } from '../accounts/account-kinds';
import { newShare } from '../items/first-load';
import { planEnd, planUpdates } from '../items/item-calendar';
import { refuseWithoutNeeded } from '../items/consent';
import { reportErrand, reportItem } from './link-reports';
import type { Login, LoginAccount } from '../login';
import { refusalOf } from '../institutions/refusals';
import { announceRows } from '../webhooks/updates';
import { TRANSACTIONS } from '../vocabulary';
import { runErrand } from '../users/errand';
import type { Credentials, World } from '../world';

/** An account on the pane where the user ticks. */
export type AccountChoice = {
  readonly key: string;
  readonly name: string;
  readonly mask: string | null;
  readonly type: string;
  readonly subtype: string | null;
  readonly balance: number | null;
  readonly currency: string;
  /** Ticked from the start: shared already, in update mode with account selection (UPD-5). */
  readonly selected: boolean;
};

/** `metadata` of `onSuccess` (LNK-5). */
export type SuccessMetadata = {
  readonly institution: { readonly name: string; readonly institution_id: string };
  readonly accounts: readonly SuccessAccount[];
  readonly link_session_id: string;
  readonly transfer_status: null;
};

type SuccessAccount = {
  readonly id: string;
  readonly name: string;
  readonly mask: string | null;
  readonly type: string;
  readonly subtype: string | null;
  readonly verification_status: null;
  readonly class_type: null;
};

export type Finished = { readonly publicToken: string; readonly metadata: SuccessMetadata };

/** Logs in at the bank and says what there is to share; throws the bank's refusal. */
export async function tryLogin(
  world: World,
  linkToken: LinkTokenDocument,
  credentials: Credentials,
): Promise<AccountChoice[]> {
  const item = await updatedItem(world, linkToken);
  if (item && item.username !== credentials.username) throw plaidError('INVALID_UPDATED_USERNAME');
  const login = openAt(world, credentials, item);
  const shared = item?.shares.filter(({ until }) => until === null).map(({ accountKey }) => accountKey);
  const choices = login.accounts.filter((account) => mayShare(linkToken, account));
  if (choices.length === 0) throw plaidError('NO_ACCOUNTS');
  return choices.map((account) => choiceOf(world, account, shared?.includes(account.key) ?? false));
}

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
  const login = openAt(world, session.credentials, null);
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

async function updatedItem(world: World, { itemId }: LinkTokenDocument): Promise<ItemDocument | null> {
  if (itemId === null) return null;
  const item = await world.store.find('items', itemId);
  if (!item) throw plaidError('ITEM_NOT_FOUND');
  return item;
}

/** The login is the one of the day it was linked, so that a repaired Item shows what it always showed. */
function openAt(world: World, credentials: Credentials, item: ItemDocument | null): Login {
  const institution = findInstitution(credentials.institutionId);
  if (!institution) throw plaidError('INSTITUTION_NOT_FOUND');
  const refusal = refusalOf(institution);
  if (refusal !== null) throw plaidError(refusal);
  const opened = world.openLogin(credentials, item?.linkedOn ?? world.today);
  if ('error' in opened) throw plaidError(opened.error);
  return opened.login;
}

function mayShare(linkToken: LinkTokenDocument, account: LoginAccount): boolean {
  const products = [...linkToken.products, ...linkToken.softProducts];
  const wanted = products.length === 0 || products.some((product) => fits(product, account));
  return wanted && passes(linkToken.accountFilters, account);
}

function passes(filters: AccountFilters | null, { type, subtype }: LoginAccount): boolean {
  if (filters === null) return true;
  const admitted = filters[type]?.account_subtypes ?? [];
  return admitted.includes('all') || (subtype !== null && admitted.includes(subtype));
}

function choiceOf(world: World, account: LoginAccount, selected: boolean): AccountChoice {
  const { current, available } = account.balancesOn(world.today);
  const { key, name, mask, type, subtype, currency } = account;
  return { key, name, mask, type, subtype, currency, balance: current ?? available, selected };
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
  const metadata: SuccessMetadata = {
    institution: {
      name: findInstitution(item.institutionId)?.name ?? item.institutionId,
      institution_id: item.institutionId,
    },
    accounts: accounts.map((account) => successAccount(item, account)),
    link_session_id: linkSessionId,
    transfer_status: null,
  };
  await reportItem(world, linkToken, publicToken, metadata);
  if (linkToken.errand) {
    const { webhook } = linkToken;
    const session = { linkSessionId, publicToken, webhook, isUpdate: update };
    const result = await runErrand(world, linkToken.errand, item, session);
    await reportErrand(world, linkToken, item.itemId, result, metadata);
  }
  return { publicToken, metadata };
}

function successAccount(item: ItemDocument, account: LoginAccount): SuccessAccount {
  return {
    id: accountIdOf(item.itemId, account.key),
    name: account.name,
    mask: account.mask,
    type: account.type,
    subtype: account.subtype,
    verification_status: null,
    class_type: null,
  };
}
