/** The log-in behind Link's dialog: what it opens, and which of its accounts the link token lets one share. */
import { fits } from '../accounts/account-kinds';
import type { AccountFilters, ItemDocument, LinkTokenDocument } from '../documents';
import { plaidError } from '../errors/errors';
import { findInstitution } from '../institutions/institutions';
import { openBank } from '../institutions/open-bank';
import type { Credentials, Login, LoginAccount } from '../login';
import type { World } from '../world';

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

/** Logs in at the bank and says what there is to share; throws the bank's refusal. */
export async function tryLogin(
  world: World,
  linkToken: LinkTokenDocument,
  credentials: Credentials,
): Promise<AccountChoice[]> {
  const item = await updatedItem(world, linkToken);
  if (item && item.username !== credentials.username) throw plaidError('INVALID_UPDATED_USERNAME');
  const login = logIn(world, credentials, item);
  const shared = item?.shares.filter(({ until }) => until === null).map(({ accountKey }) => accountKey);
  const choices = login.accounts.filter((account) => mayShare(linkToken, account));
  if (choices.length === 0) throw plaidError('NO_ACCOUNTS');
  return choices.map((account) => choiceOf(world, account, shared?.includes(account.key) ?? false));
}

/** Whether a link token lets an account be ticked: by its products and its account filters (LT-14). */
export function mayShare(linkToken: LinkTokenDocument, account: LoginAccount): boolean {
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

/** The Item that a token for update mode names; null for a token for a new one. */
export async function updatedItem(world: World, { itemId }: LinkTokenDocument): Promise<ItemDocument | null> {
  if (itemId === null) return null;
  const item = await world.store.find('items', itemId);
  if (!item) throw plaidError('ITEM_NOT_FOUND');
  return item;
}

/** The login is the one of the day it was linked, so that a repaired Item shows what it always showed. */
export function logIn(world: World, credentials: Credentials, item: ItemDocument | null): Login {
  const institution = findInstitution(credentials.institutionId);
  if (!institution) throw plaidError('INSTITUTION_NOT_FOUND');
  return openBank(world, institution, credentials, item?.linkedOn ?? world.today);
}
