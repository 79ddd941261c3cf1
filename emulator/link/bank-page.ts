/**
 * The bank's own pages of an OAuth log-in: sign in, choose what to share, go back. Plain forms without
 * script. Any credentials will do, none as well (OAU-14); what is ticked is what is shared (OAU-9).
 */
import type { Products } from 'plaid';
import type { ItemDocument, LinkTokenDocument, OauthStateDocument } from '../documents';
import { EmulatedError } from '../errors/errors';
import { findInstitution } from '../institutions/institutions';
import { type DataKind, dataKinds } from '../items/consent';
import type { Credentials } from '../login';
import type { World } from '../world';
import { type AccountChoice, tryLogin } from './bank-log-in';
import { accountsPage, type BankPage, donePage, loginPage, lostPage } from './bank-views';
import { html } from './html';
import { findLinkToken } from './link-tokens';
import { answerOauth, findOauth } from './oauth';

/** GET shows the log-in; POST takes one step of it. `mode` says how Link opened the page. */
export async function answerBankPage(world: World, request: Request): Promise<Response> {
  const address = new URL(request.url);
  const mode = address.searchParams.get('mode') === 'redirect' ? 'redirect' : 'popup';
  try {
    const visit = await findOauth(world, address.searchParams.get('state') ?? '');
    const linkToken = await findLinkToken(world, visit.linkToken);
    const page = pageOf(linkToken, visit, mode);
    if (visit.state !== 'open') return leave(visit, mode);
    if (request.method !== 'POST') return show(page, loginPage(page, {}));
    return await step(world, {
      page,
      visit,
      linkToken,
      mode,
      form: new URLSearchParams(await request.text()),
    });
  } catch (error) {
    if (!(error instanceof EmulatedError)) throw error;
    return html(lostPage(error.body.error_message), ["style-src 'self'"], error.status);
  }
}

type Mode = 'popup' | 'redirect';

type Step = {
  readonly page: BankPage;
  readonly visit: OauthStateDocument;
  readonly linkToken: LinkTokenDocument;
  readonly mode: Mode;
  readonly form: URLSearchParams;
};

async function step(world: World, { page, visit, linkToken, mode, form }: Step): Promise<Response> {
  if (form.get('step') === 'refuse') {
    await answerOauth(world, visit.stateId, null);
    return leave(visit, mode);
  }
  const typed = { username: form.get('username') ?? '', password: form.get('password') ?? '' };
  try {
    const opened = await signIn(world, linkToken, { ...typed, institutionId: visit.institutionId });
    const kinds = dataKinds(linkToken, await updatedItem(world, linkToken));
    if (form.get('step') !== 'share') return show(page, accountsPage(page, { ...opened, kinds }));
    const accountKeys = form.getAll('account');
    if (accountKeys.length === 0) {
      return show(page, accountsPage(page, { ...opened, kinds }, 'Tick at least one account.'));
    }
    const denied = deniedIn(form, kinds);
    const { username, password } = opened.credentials;
    await answerOauth(world, visit.stateId, { credentials: { username, password }, accountKeys, denied });
    return leave(visit, mode);
  } catch (error) {
    if (!(error instanceof EmulatedError)) throw error;
    const problem = error.body.display_message ?? error.body.error_message;
    return show(page, loginPage(page, { username: typed.username, problem }));
  }
}

/** Refused is what the page offered and the person took the tick from. */
function deniedIn(form: URLSearchParams, kinds: readonly DataKind[]): Products[] {
  const offered = kinds.filter(({ product }) => form.getAll('offered').includes(product));
  return offered.flatMap(({ product }) => (form.getAll('grant').includes(product) ? [] : [product]));
}

function updatedItem(world: World, { itemId }: LinkTokenDocument): Promise<ItemDocument | undefined> {
  return itemId === null ? Promise.resolve(undefined) : world.store.find('items', itemId);
}

export type OpenedBank = {
  readonly credentials: Credentials;
  readonly choices: readonly AccountChoice[];
};

/**
 * What the person typed, if it opens anything; else who was linked before, else the base user. The bank
 * knows nothing of the app's account filters, which are heeded afterwards (LT-14).
 */
async function signIn(world: World, token: LinkTokenDocument, typed: Credentials): Promise<OpenedBank> {
  const linkToken = { ...token, accountFilters: null };
  const item = await updatedItem(world, linkToken);
  const known = item ?? { username: 'user_good', password: 'pass_good' };
  const username = typed.username === '' ? known.username : typed.username;
  const credentials = { ...typed, username };
  try {
    return { credentials, choices: await tryLogin(world, linkToken, credentials) };
  } catch (error) {
    if (!(error instanceof EmulatedError) || error.body.error_code !== 'INVALID_CREDENTIALS') throw error;
    const fallback = { ...typed, username: known.username, password: known.password };
    return { credentials: fallback, choices: await tryLogin(world, linkToken, fallback) };
  }
}

/** Back to the app (OAU-3), or, in a pop-up, just away: the dialog asks how it went. */
function leave(visit: OauthStateDocument, mode: Mode): Response {
  if (mode === 'popup' || visit.redirectUri === null) {
    const nonce = crypto.randomUUID();
    return html(donePage(nonce), ["style-src 'self'", `script-src 'nonce-${nonce}'`]);
  }
  const back = new URL(visit.redirectUri);
  back.searchParams.set('oauth_state_id', visit.stateId);
  return new Response(null, { status: 303, headers: { location: back.href, 'cache-control': 'no-store' } });
}

function pageOf(linkToken: LinkTokenDocument, visit: OauthStateDocument, mode: Mode): BankPage {
  const institution = findInstitution(visit.institutionId);
  return {
    bank: institution?.name ?? visit.institutionId,
    color: institution?.color ?? '#333333',
    clientName: linkToken.clientName,
    products: [...linkToken.products, ...linkToken.softProducts],
    returnsTo: mode === 'redirect' ? visit.redirectUri : null,
    nonce: crypto.randomUUID(),
  };
}

/** `form-action` names the app too: a form's redirect is held to it as well. */
function show(page: BankPage, body: string): Response {
  const back = page.returnsTo === null ? '' : ` ${new URL(page.returnsTo).origin}`;
  return html(body, [
    `style-src 'self' 'nonce-${page.nonce}'`,
    `form-action 'self'${back}`,
    "frame-ancestors 'none'",
  ]);
}
