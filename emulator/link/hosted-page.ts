/** Hosted Link (HL-1): the dialog as a page of the emulator's own, without an app's page around it. */
import { EmulatedError } from '../errors/errors';
import { findLinkToken } from './link-tokens';
import type { World } from '../world';
import { escape, html } from './html';
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
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${BASE}dialog.css">
</head>
<body class="bank-body">
<main class="bank"><h1>${escape(title)}</h1><p class="lead">Go back to your app and start again.</p>
<p class="hint">Plaid emulator, no real bank.</p></main>
</body>
</html>
`;
  return html(body, ["style-src 'self'"], 404);
}
