/** Hosted Link (HL-1): the dialog as a page of the emulator's own, without an app's page around it. */
import { EmulatedError } from '../errors/errors';
import type { World } from '../world';
import { escape, html, wholePage } from './html';
import { findLinkToken } from './link-tokens';
import { standalonePage } from './page';

const BASE = '../v2/stable/';

/** The page behind `hosted_link_url`; a token that was not made for it, or has expired, gets a page that says so. */
export async function answerHostedPage(world: World, token: string): Promise<Response> {
  try {
    const { hosted, clientName } = await findLinkToken(world, token);
    if (!hosted) return missing('This page is not there');
    const title = `Connect a bank to ${clientName}`;
    return standalonePage({ base: BASE, token, title, back: hosted.completionRedirectUri });
  } catch (error) {
    if (!(error instanceof EmulatedError)) throw error;
    return missing('This page has expired');
  }
}

function missing(title: string): Response {
  const head = `<link rel="stylesheet" href="${BASE}dialog.css">`;
  const body = `<main class="bank"><h1>${escape(title)}</h1><p class="lead">Go back to your app and start again.</p>
<p class="hint">Plaid emulator, no real bank.</p></main>`;
  const page = wholePage({ title, head, attributes: ' class="bank-body"' }, body);
  return html(page, ["style-src 'self'"], 404);
}
