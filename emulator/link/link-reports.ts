/**
 * What a session of Link leaves behind: its entry in `/link/token/get`, and the webhooks of Hosted and
 * Multi-Item Link (LT-19, HL-2). A session is named by its `link_session_id`.
 */
import type { LinkEvent, LinkTokenGetSessionsResponse } from 'plaid';
import { timestamp } from '../clock';
import type { LinkTokenDocument } from '../documents';
import { errorBody } from '../errors/errors';
import { errorOnTheWire } from '../items/item-on-the-wire';
import type { ErrandResult } from '../users/errand';
import { queueAt } from '../webhooks/webhooks';
import { nextUuid, type World } from '../world';
import { changeSession, type LinkSessionEntry } from './link-tokens';
import type { SuccessMetadata } from './success-metadata';

/** How a session ended, as the dialog tells it; `errorCode` is null where the user just left. */
type LinkEnd =
  | { readonly status: 'SUCCESS' }
  | {
      readonly status: 'EXITED';
      readonly errorCode: string | null;
      readonly exitStatus: string;
      readonly institution: { readonly name: string; readonly institution_id: string } | null;
      readonly requestId: string;
    };

/** An event as the dialog tells it; it gets its `event_id` here. */
type ReportedEvent = Omit<LinkEvent, 'event_id'>;

/** Opens the log of a new session and names it. */
export async function beginSession(world: World, linkToken: LinkTokenDocument): Promise<string> {
  const linkSessionId = await nextUuid(world, 'link-session');
  await changeSession(world, linkToken.token, linkSessionId, (session) => session);
  return linkSessionId;
}

/** An Item came of it; update mode adds none, though its public token is told, too. */
export async function reportItem(
  world: World,
  linkToken: LinkTokenDocument,
  publicToken: string,
  metadata: SuccessMetadata,
): Promise<void> {
  const { link_session_id: linkSessionId, institution } = metadata;
  const accounts = accountsOf(metadata);
  await changeSession(world, linkToken.token, linkSessionId, (session) => ({
    ...session,
    results: {
      ...session.results,
      item_add_results: [
        ...session.results.item_add_results,
        { public_token: publicToken, accounts, institution },
      ],
    },
  }));
  if (linkToken.itemId !== null || !isTold(linkToken)) return;
  await tell(world, linkToken, 'ITEM_ADD_RESULT', {
    link_session_id: linkSessionId,
    link_token: linkToken.token,
    public_token: publicToken,
  });
}

/** What the session did for its user with an Item: Plaid Check has it now, its income was looked at. */
export async function reportErrand(
  world: World,
  linkToken: LinkTokenDocument,
  itemId: string,
  { bankIncome }: ErrandResult,
  metadata: SuccessMetadata,
): Promise<void> {
  const { link_session_id: linkSessionId, institution } = metadata;
  const isNewToCheck = linkToken.errand?.check != null && linkToken.itemId === null;
  const added = { item_id: itemId, accounts: accountsOf(metadata), institution };
  const found = bankIncome === null ? [] : [{ status: bankIncome, item_id: itemId, institution }];
  await changeSession(world, linkToken.token, linkSessionId, ({ results, ...session }) => ({
    ...session,
    results: {
      ...results,
      cra_item_add_results: [...results.cra_item_add_results, ...(isNewToCheck ? [added] : [])],
      bank_income_results: [...results.bank_income_results, ...found],
    },
  }));
}

/** Adds what the user did. */
export async function reportEvents(
  world: World,
  linkToken: LinkTokenDocument,
  linkSessionId: string,
  reported: readonly ReportedEvent[],
): Promise<void> {
  if (reported.length === 0) return;
  const events: LinkEvent[] = [];
  for (const event of reported) events.push({ ...event, event_id: await nextUuid(world, 'link-event') });
  await changeSession(world, linkToken.token, linkSessionId, (session) => ({
    ...session,
    events: [...session.events, ...events],
  }));
}

/** Closes the log, once, and tells the app's server where it has no other way to know. */
export async function endSession(
  world: World,
  linkToken: LinkTokenDocument,
  linkSessionId: string,
  end: LinkEnd,
): Promise<void> {
  let isFirst = false;
  const session = await changeSession(world, linkToken.token, linkSessionId, (current) => {
    isFirst = current.finished_at === null;
    return isFirst
      ? { ...current, finished_at: timestamp(world.now), ...callbacksOf(current, end) }
      : current;
  });
  if (!isFirst || !isTold(linkToken)) return;
  const named = { link_session_id: linkSessionId, link_token: linkToken.token };
  const tokens = session.results.item_add_results.map(({ public_token }) => public_token);
  const [only] = tokens;
  if (linkToken.hosted) await tell(world, linkToken, 'EVENTS', { events: session.events, ...named });
  await tell(world, linkToken, 'SESSION_FINISHED', {
    status: end.status,
    ...named,
    ...(only !== undefined && tokens.length === 1 && { public_token: only }),
    public_tokens: tokens,
    ...(linkToken.errand && { user_id: linkToken.errand.userId }),
  });
}

/** The browser gets no public token, or there is no page of the app's that could take one. */
function isTold({ hosted, multiItem }: LinkTokenDocument): boolean {
  return hosted !== null || multiItem;
}

async function tell(
  world: World,
  { webhook }: LinkTokenDocument,
  code: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (webhook !== null) await queueAt(world, webhook, null, 'LINK', code, fields);
}

/** What the callbacks of the browser said; the older names stand for a single Item only. */
function callbacksOf(
  session: LinkSessionEntry,
  end: LinkEnd,
): Pick<LinkTokenGetSessionsResponse, 'on_success' | 'exit' | 'on_exit'> {
  if (end.status === 'SUCCESS') {
    const [item, another] = session.results.item_add_results;
    if (!item || another) return {};
    const { public_token, accounts, institution } = item;
    const metadata = {
      institution,
      accounts,
      link_session_id: session.link_session_id,
      transfer_status: null,
    };
    return { on_success: { public_token, metadata } };
  }
  const exit = {
    error: end.errorCode === null ? null : errorOnTheWire(errorBody(end.errorCode)),
    metadata: {
      institution: end.institution,
      status: end.exitStatus,
      link_session_id: session.link_session_id,
      request_id: end.requestId,
    },
  };
  return { exit, on_exit: exit };
}

function accountsOf({ accounts }: SuccessMetadata) {
  return accounts.map(({ subtype, ...rest }) => ({ ...rest, ...(subtype !== null && { subtype }) }));
}
