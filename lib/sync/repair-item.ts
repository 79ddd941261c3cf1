import 'server-only';
import { getConnection } from '@/db/queries/connections';
import { noteChosen } from '@/db/queries/sync/account-ends';
import { clearTrouble, findSyncItem, markNewAccounts, saveState } from '@/db/queries/sync/items';
import { raiseWant } from '@/db/queries/sync/jobs';
import { notFound } from '@/lib/core/errors';
import type { ItemId, UserId } from '@/lib/core/id';
import { type Consent, createUpdateToken, type LinkToken } from '@/lib/plaid/link';
import { open } from '@/lib/secrets';
import { lookAt } from './health';

/** A link token for repairing a connection, or for choosing its accounts; only for its owner (UPD-11). */
export async function startRepair(
  userId: UserId,
  itemId: ItemId,
  { accountSelection }: { accountSelection: boolean },
): Promise<LinkToken> {
  const accessToken = await tokenOf(userId, itemId);
  const consent = await missingConsent(userId, itemId);
  return createUpdateToken(userId, { accessToken, accountSelection, consent });
}

/** Kinds of data that the bank gave us to understand it wants to hear a yes for, products of their own only. */
async function missingConsent(userId: UserId, itemId: ItemId): Promise<Consent[]> {
  const { errorCode, products } = await getConnection(userId, itemId);
  const failed = products.filter((row) => row.errorCode !== null && ASK_CONSENT.includes(row.errorCode));
  const named = CONSENTS.filter((consent) => failed.some(({ product }) => product === consent));
  // A webhook tells of the Item, and not which of its products it is about.
  const isOfItem = errorCode !== null && ASK_CONSENT.includes(errorCode);
  return named.length === 0 && isOfItem ? [...CONSENTS] : named;
}

const CONSENTS: readonly Consent[] = ['transactions', 'liabilities', 'investments'];
const ASK_CONSENT = ['ADDITIONAL_CONSENT_REQUIRED', 'PRODUCT_NOT_ENABLED'];

/**
 * After update mode: its public token is not exchanged (UPD-3). The warning goes when `/item/get` shows that
 * nothing is wrong any more, and a sync brings what was missed (UPD-4). The work itself is `drainJobs`.
 * `hasChosen`: the accounts were up for choice, as they always are at a bank with pages of its own (UPD-5), so an
 * offer of new ones has had its answer.
 */
export async function repairDone(
  userId: UserId,
  itemId: ItemId,
  { hasChosen = false }: { hasChosen?: boolean } = {},
): Promise<void> {
  const trouble = await lookAt(await tokenOf(userId, itemId));
  const { isOauth } = await getConnection(userId, itemId);
  if (hasChosen || isOauth) {
    await markNewAccounts(userId, itemId, false);
    await noteChosen(userId, itemId);
  }
  // Before the warning goes: without it nobody would know that something is still to come (S9).
  await raiseWant(userId, itemId, 'repair');
  if (!trouble) {
    await clearTrouble(userId, itemId, ['needs-repair', 'repair-soon', 'institution-trouble', 'revoked']);
  } else if (trouble.kind === 'needs-user') {
    await saveState(userId, itemId, {
      state: 'needs-repair',
      errorType: trouble.type,
      errorCode: trouble.code,
    });
  }
}

async function tokenOf(userId: UserId, itemId: ItemId): Promise<string> {
  const item = await findSyncItem(userId, itemId);
  if (!item || item.state === 'ending') throw notFound('connection');
  return open(item.accessTokenSealed, `items.access_token:${itemId}`);
}
