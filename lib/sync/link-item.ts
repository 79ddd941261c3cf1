/** From Link's public token to a stored connection, once and only once (TOK-4, S10). */
import 'server-only';
import { randomUUID } from 'node:crypto';
import {
  closeIntent,
  createIntent,
  createItem,
  findIntent,
  getIntent,
  type Intent,
  listAccountsAt,
  saveFirstAccounts,
} from '@/db/queries/sync/links';
import { findSyncItem } from '@/db/queries/sync/items';
import { type Duplicate, findDuplicate } from '@/lib/connections/find-duplicate';
import { endsEarlierLogIns } from '@/lib/connections/one-session-banks';
import type { ExchangeInput } from '@/lib/connections/schema';
import { AppError, notFound } from '@/lib/core/errors';
import { type ItemId, newItemId, type UserId } from '@/lib/core/id';
import { log } from '@/lib/log';
import { type PulledAccounts, pullAccounts } from '@/lib/plaid/accounts';
import { PlaidFailure } from '@/lib/plaid/errors';
import { exchangePublicToken } from '@/lib/plaid/link';
import { fingerprint, open, seal } from '@/lib/secrets';
import { duplicateOf } from './duplicates';
import { removeItem } from './remove-item';
import { takePlace } from './replace-item';

const WAIT_MS = 20_000;
/** An intent this old is not being worked on any more: its process has gone. */
const ABANDONED_SECONDS = 60;
/** A public token lives for half an hour (TOK-3): after that nobody need ask with it any more. */
const DEAD_SECONDS = 3600;

/**
 * The bank is linked already; `itemId` is the connection that holds it, beyond doubt where `isSure`. `isUnspent`:
 * nothing was made of the token, so that it may be handed in again with the person's word.
 */
export class DuplicateItem extends AppError {
  readonly itemId: ItemId;
  readonly isSure: boolean;
  readonly isUnspent: boolean;

  constructor({ itemId, isSure }: Duplicate<ItemId>, { isUnspent = false } = {}) {
    const sure = 'This bank is already connected. You can repair it or add accounts to it instead.';
    const unsure = 'You have a connection to this bank already, and it does not say whether it is the same.';
    super('conflict', isSure ? sure : unsure);
    this.itemId = itemId;
    this.isSure = isSure;
    this.isUnspent = isUnspent;
  }
}

/**
 * Exchanges a public token and answers our id of the new connection, whose first sync is wanted. The same
 * token again answers the same id; a bank that is linked already throws `DuplicateItem`.
 */
export async function linkItem(userId: UserId, input: ExchangeInput): Promise<ItemId> {
  const { publicToken, metadata, replaces, isAnother = false } = input;
  const id = randomUUID();
  const publicTokenHash = fingerprint(publicToken);
  if (await findIntent(userId, publicTokenHash)) return followIntent(userId, publicTokenHash);
  if (replaces) await requireConnection(userId, replaces);
  else if (!isAnother) await refuseDuplicate(userId, metadata);
  const isNew = await createIntent(userId, {
    id,
    itemId: newItemId(),
    publicTokenHash,
    publicTokenSealed: seal(publicToken, `link_intents.public_token:${id}`),
    linkSessionId: metadata?.link_session_id ?? null,
    plaidInstitutionId: metadata?.institution?.institution_id ?? null,
    replacesItemId: replaces ?? null,
  });
  if (!isNew) return followIntent(userId, publicTokenHash);
  const intent = await getIntent(userId, id);
  if (!intent) throw new Error('The intent to link is gone.');
  const { institution_id: bankId = null, name: bankName = null } = metadata?.institution ?? {};
  return exchange(userId, intent, { bankId, bankName, isAnother });
}

/** Finishes what a crash interrupted: the exchange is tried once more, and a dead token ends the intent (S10). */
export async function resumeIntent(userId: UserId, intentId: string): Promise<void> {
  const intent = await getIntent(userId, intentId);
  if (intent?.state !== 'started') return;
  try {
    await exchange(userId, intent, NOTHING_SAID);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.warn({ intentId, code: error.code }, 'a link that was interrupted came to nothing');
  }
}

/** A second submit waits for what the first one comes to. */
async function followIntent(userId: UserId, publicTokenHash: string): Promise<ItemId> {
  for (const until = Date.now() + WAIT_MS; ; ) {
    const intent = await findIntent(userId, publicTokenHash);
    if (intent?.state === 'exchanged' && intent.itemId) return intent.itemId;
    if (intent?.state === 'refused' && intent.itemId)
      throw new DuplicateItem({ itemId: intent.itemId, isSure: true });
    if (intent?.state !== 'started') throw used();
    if (intent.ageSeconds > ABANDONED_SECONDS) return exchange(userId, intent, NOTHING_SAID);
    if (Date.now() > until)
      throw new AppError('conflict', 'This connection is still being made. Look again in a moment.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Before anything is made of the token, so that it is good for another answer (DUP-2). */
async function refuseDuplicate(userId: UserId, metadata: ExchangeInput['metadata']): Promise<void> {
  const [bank, offered] = [metadata?.institution, metadata?.accounts ?? []];
  const id = bank?.institution_id ?? null;
  // There the first connection has ended by now: the new one is kept, and takes its place (DUP-4).
  if (!id || offered.length === 0 || endsEarlierLogIns({ id, name: bank?.name ?? null })) return;
  const duplicate = findDuplicate(offered, await listAccountsAt(userId, id));
  if (duplicate) throw new DuplicateItem(duplicate, { isUnspent: true });
}

async function requireConnection(userId: UserId, itemId: ItemId): Promise<void> {
  const item = await findSyncItem(userId, itemId);
  if (!item || item.state === 'ending') throw notFound('connection');
}

/** What came along with the token; nothing where a link is taken up again. */
type Said = { bankId: string | null; bankName: string | null; isAnother: boolean };

const NOTHING_SAID: Said = { bankId: null, bankName: null, isAnother: false };

async function exchange(userId: UserId, intent: Intent, said: Said): Promise<ItemId> {
  const { id, itemId, publicTokenSealed, replacesItemId } = intent;
  if (!itemId || !publicTokenSealed) throw used();
  const exchanged = await exchangeOrClose(
    userId,
    intent,
    open(publicTokenSealed, `link_intents.public_token:${id}`),
  );
  const { accessToken, plaidItemId, requestId } = exchanged;
  const holder = await createItem(
    userId,
    {
      id: itemId,
      plaidItemId,
      accessTokenSealed: seal(accessToken, `items.access_token:${itemId}`),
      // Without it the first run asks whether the bank is there already, which the person has answered.
      plaidInstitutionId: said.isAnother ? said.bankId : null,
      institutionName: said.bankName ?? 'Your bank',
      replacesItemId,
    },
    { id, requestId },
  );
  if (holder !== itemId) {
    await closeIntent(userId, id, { state: 'refused', itemId: holder });
    throw new DuplicateItem({ itemId: holder, isSure: true });
  }
  const found = await readAccounts(accessToken);
  if (!found) return itemId;
  const isSettled = replacesItemId !== null || said.isAnother;
  const duplicate = await saveFirstAccounts(userId, itemId, found, (known) =>
    isSettled ? null : duplicateOf(found, known),
  );
  if (duplicate?.isSure) return refuse(userId, id, itemId, duplicate);
  if (!isSettled) await takePlace(userId, itemId);
  return itemId;
}

/** What the bank serves, for the duplicate check now and by the next link; null while it does not answer. */
async function readAccounts(accessToken: string): Promise<PulledAccounts | null> {
  try {
    return await pullAccounts(accessToken);
  } catch (error) {
    if (error instanceof PlaidFailure) return null;
    throw error;
  }
}

async function exchangeOrClose(userId: UserId, intent: Intent, publicToken: string) {
  try {
    return await exchangePublicToken(publicToken);
  } catch (error) {
    if (!(error instanceof PlaidFailure)) throw error;
    const { kind, code, requestId } = error;
    if (kind !== 'link' && intent.ageSeconds < DEAD_SECONDS) {
      // The token is good for half an hour: a second submit, or the schedule, tries again.
      throw new AppError(
        'provider-unavailable',
        'Plaid did not answer. Nothing is lost; try again in a moment.',
      );
    }
    await closeIntent(userId, intent.id, { state: 'failed', itemId: null, requestId });
    log.warn({ intentId: intent.id, code, requestId }, 'a public token was refused');
    throw used();
  }
}

/** An Item too many is ended at Plaid at once. */
async function refuse(
  userId: UserId,
  intentId: string,
  itemId: ItemId,
  duplicate: Duplicate<ItemId>,
): Promise<never> {
  await closeIntent(userId, intentId, { state: 'refused', itemId: duplicate.itemId });
  await removeItem(userId, itemId);
  throw new DuplicateItem(duplicate);
}

function used(): AppError {
  return new AppError(
    'invalid-input',
    'That took too long or was used before. Open the bank’s window again.',
    {
      fields: { publicToken: 'This token has expired or was used.' },
    },
  );
}
