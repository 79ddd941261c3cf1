/** The calls that the dialog makes, one for each step. What a step does is in `link-session.ts` and `oauth.ts`. */
import type { LinkTokenDocument } from '../documents';
import { plaidError } from '../errors';
import { type EmulatedInstitution, findInstitution } from '../institutions';
import {
  type Finished,
  finishLink,
  finishUpdate,
  institutionsFor,
  newLinkSessionId,
  tryLogin,
} from '../link-session';
import { findLinkToken } from '../link-tokens';
import { completeOauth, findOauth, startOauth } from '../oauth';
import type { World } from '../world';
import { fieldsOf } from './fields';
import { challengeOf } from './mfa';

type Call = (world: World, body: unknown) => Promise<Record<string, unknown>>;

export const DIALOG_CALLS: Readonly<Record<string, Call>> = {
  session,
  institutions,
  login,
  finish,
  'oauth-start': oauthStart,
  'oauth-state': oauthState,
  'oauth-finish': oauthFinish,
};

/** What the dialog must know before its first view. */
async function session(world: World, body: unknown) {
  const linkToken = await tokenOf(world, body);
  const institution = await institutionOf(world, linkToken);
  return {
    link_session_id: await newLinkSessionId(world),
    client_name: linkToken.clientName,
    products: [...linkToken.products, ...linkToken.softProducts],
    is_update: linkToken.itemId !== null,
    account_selection: linkToken.itemId === null || linkToken.accountSelection,
    can_redirect: linkToken.redirectUri !== null,
    institution: institution ? shown(institution) : null,
  };
}

async function institutions(world: World, body: unknown) {
  const linkToken = await tokenOf(world, body);
  const { text } = fieldsOf(body);
  return { institutions: institutionsFor(linkToken, text('query')).map(shown) };
}

async function login(world: World, body: unknown) {
  const linkToken = await tokenOf(world, body);
  const { texts } = fieldsOf(body);
  const credentials = credentialsOf(body);
  const challenge = challengeOf(credentials, texts('mfa_answers'));
  if (challenge) return { mfa: challenge };
  return { accounts: await tryLogin(world, linkToken, credentials) };
}

async function finish(world: World, body: unknown) {
  const linkToken = await tokenOf(world, body);
  const { text, texts } = fieldsOf(body);
  return end(world, linkToken, {
    linkSessionId: text('link_session_id'),
    credentials: credentialsOf(body),
    accountKeys: texts('account_keys'),
  });
}

async function oauthStart(world: World, body: unknown) {
  const linkToken = await tokenOf(world, body);
  const visit = await startOauth(world, linkToken, fieldsOf(body).text('institution_id'));
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
  if (visit.state !== 'granted' || !visit.credentials) {
    return { refused: true, institution: shownById(visit.institutionId) };
  }
  const finished = await end(world, linkToken, {
    linkSessionId: text('link_session_id'),
    credentials: { ...visit.credentials, institutionId: visit.institutionId },
    accountKeys: visit.accountKeys,
  });
  return { ...finished, institution: shownById(visit.institutionId) };
}

async function end(
  world: World,
  linkToken: LinkTokenDocument,
  decided: Parameters<typeof finishLink>[2],
): Promise<Record<string, unknown>> {
  const finishing = linkToken.itemId === null ? finishLink : finishUpdate;
  const { publicToken, metadata }: Finished = await finishing(world, linkToken, decided);
  return { public_token: publicToken, metadata };
}

async function tokenOf(world: World, body: unknown): Promise<LinkTokenDocument> {
  return findLinkToken(world, fieldsOf(body).text('link_token'));
}

function credentialsOf(body: unknown) {
  const { text } = fieldsOf(body);
  return { institutionId: text('institution_id'), username: text('username'), password: text('password') };
}

/** Update mode has its institution (UPD-1); a first link may have one chosen beforehand (LT-20). */
async function institutionOf(
  world: World,
  { itemId, institutionId }: LinkTokenDocument,
): Promise<EmulatedInstitution | undefined> {
  if (itemId === null) return institutionId === null ? undefined : findInstitution(institutionId);
  const item = await world.store.find('items', itemId);
  if (!item) throw plaidError('ITEM_NOT_FOUND');
  return findInstitution(item.institutionId);
}

function shown({ id, name, url, color, oauth, health }: EmulatedInstitution) {
  return { id, name, url: url.replace('https://', ''), color, oauth, health };
}

function shownById(id: string) {
  const institution = findInstitution(id);
  return institution ? shown(institution) : null;
}
