/** The calls that the dialog makes, one for each step; what a step does is in the files beside this one. */
import { timestamp } from '../clock';
import type { LinkTokenDocument } from '../documents';
import { EmulatedError, plaidError } from '../errors/errors';
import { findInstitution } from '../institutions/institutions';
import type { Credentials } from '../login';
import type { World } from '../world';
import { tryLogin } from './bank-log-in';
import { fieldsOf } from './fields';
import { institutionsFor } from './link-institutions';
import { beginSession } from './link-reports';
import { type Decided, type Finished, finishLink, finishUpdate } from './link-session';
import { countBadLogin, findLinkToken } from './link-tokens';
import { challengeOf } from './mfa';
import { completeOauth, findOauth, startOauth } from './oauth';
import { report } from './report';
import { rememberedLogin } from './returning-user';
import { shownBank } from './shown-bank';

type Call = (world: World, body: unknown) => Promise<Record<string, unknown>>;

export const DIALOG_CALLS: Readonly<Record<string, Call>> = {
  session,
  institutions,
  login,
  finish,
  'oauth-start': oauthStart,
  'oauth-state': oauthState,
  'oauth-finish': oauthFinish,
  report: async (world, body) => report(world, await tokenOf(world, body), body),
};

/** What the dialog must know before its first view. Coming back from a bank, the session goes on. */
async function session(world: World, body: unknown) {
  const linkToken = await tokenOf(world, body);
  const bankId = (await bankIdOf(world, linkToken)) ?? (fieldsOf(body).text('institution_id') || null);
  const visit = await world.store.find('oauthStates', fieldsOf(body).text('oauth_state_id'));
  const before = visit?.linkToken === linkToken.token ? visit.linkSessionId : null;
  const linkSessionId = before ?? (await beginSession(world, linkToken));
  const entry = linkToken.sessions.find(({ link_session_id }) => link_session_id === linkSessionId);
  return {
    link_session_id: linkSessionId,
    now: timestamp(world.now),
    client_name: linkToken.clientName,
    products: [...linkToken.products, ...linkToken.softProducts, ...linkToken.consentedProducts],
    is_update: linkToken.itemId !== null,
    is_multi_item: linkToken.multiItem && linkToken.itemId === null,
    items_added: entry?.results.item_add_results.length ?? 0,
    account_selection: linkToken.itemId === null || linkToken.accountSelection,
    account_select: linkToken.accountSelect,
    can_redirect: linkToken.redirectUri !== null || linkToken.hosted !== null,
    has_popups: linkToken.hosted?.isMobileApp !== true,
    institution: bankId === null ? null : shownBank(linkToken, bankId),
    returns_from: before !== null && visit ? shownBank(linkToken, visit.institutionId) : null,
  };
}

async function institutions(world: World, body: unknown) {
  const linkToken = await tokenOf(world, body);
  const choices = institutionsFor(linkToken, fieldsOf(body).text('query'));
  return { institutions: choices.map(({ institution }) => shownBank(linkToken, institution.id)) };
}

async function login(world: World, body: unknown) {
  const linkToken = await tokenOf(world, body);
  const credentials = credentialsOf(linkToken, body);
  const challenge = challengeOf(credentials, fieldsOf(body).texts('mfa_answers'));
  if (challenge) return { mfa: challenge };
  try {
    return { accounts: await tryLogin(world, linkToken, credentials) };
  } catch (error) {
    if (error instanceof EmulatedError && error.body.error_code === 'INVALID_CREDENTIALS') {
      await countBadLogin(world, linkToken.token);
    }
    throw error;
  }
}

async function finish(world: World, body: unknown) {
  const linkToken = await tokenOf(world, body);
  const { text, texts } = fieldsOf(body);
  return end(world, linkToken, {
    linkSessionId: text('link_session_id'),
    credentials: credentialsOf(linkToken, body),
    accountKeys: texts('account_keys'),
    denied: [],
  });
}

async function oauthStart(world: World, body: unknown) {
  const linkToken = await tokenOf(world, body);
  const { text } = fieldsOf(body);
  const visit = await startOauth(world, linkToken, {
    linkSessionId: text('link_session_id'),
    institutionId: text('institution_id'),
  });
  return { oauth_state_id: visit.stateId };
}

async function oauthState(world: World, body: unknown) {
  const visit = await findOauth(world, fieldsOf(body).text('oauth_state_id'));
  return { state: visit.state };
}

/** Back from the bank, through the pop-up or on the redirect page; a refusal there is one here. */
async function oauthFinish(world: World, body: unknown) {
  const { text } = fieldsOf(body);
  const { visit, linkToken } = await completeOauth(world, text('link_token'), text('oauth_state_id'));
  const institution = shownBank(linkToken, visit.institutionId);
  if (visit.state !== 'granted' || !visit.credentials) return { refused: true, institution };
  const finished = await end(world, linkToken, {
    linkSessionId: text('link_session_id'),
    credentials: { ...visit.credentials, institutionId: visit.institutionId },
    accountKeys: visit.accountKeys,
    denied: visit.denied,
  });
  return { ...finished, institution };
}

async function end(
  world: World,
  linkToken: LinkTokenDocument,
  decided: Decided,
): Promise<Record<string, unknown>> {
  const finishing = linkToken.itemId === null ? finishLink : finishUpdate;
  const { publicToken, metadata }: Finished = await finishing(world, linkToken, decided);
  return { public_token: publicToken, metadata };
}

async function tokenOf(world: World, body: unknown): Promise<LinkTokenDocument> {
  return findLinkToken(world, fieldsOf(body).text('link_token'));
}

/** As typed, or as remembered of a returning user. */
function credentialsOf(linkToken: LinkTokenDocument, body: unknown): Credentials {
  const { text } = fieldsOf(body);
  const institutionId = text('institution_id');
  const typed = { username: text('username'), password: text('password') };
  if (text('shortcut') === '') return { institutionId, ...typed };
  const given = { code: text('code'), password: typed.password };
  return { institutionId, ...rememberedLogin(linkToken, institutionId, given) };
}

/** Update mode has its institution (UPD-1); a first link may have one chosen beforehand (LT-20). */
async function bankIdOf(world: World, { itemId, institutionId }: LinkTokenDocument): Promise<string | null> {
  if (itemId === null)
    return institutionId === null || !findInstitution(institutionId) ? null : institutionId;
  const item = await world.store.find('items', itemId);
  if (!item) throw plaidError('ITEM_NOT_FOUND');
  return item.institutionId;
}
