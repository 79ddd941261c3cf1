/** Hosted Link (HL-1): a page of the emulator's own that opens the dialog, and goes back when it is over. */
import { EmulatedError } from '../errors';
import { findLinkToken } from '../link-tokens';
import type { World } from '../world';
import { escape, html } from './html';

const STYLE = "style-src 'self'";

/** The page behind `hosted_link_url`; a token that was not made for it, or has expired, gets a page that says so. */
export async function answerHostedPage(world: World, token: string): Promise<Response> {
  try {
    const { hosted, clientName } = await findLinkToken(world, token);
    if (!hosted)
      return html(page('This page is not there', 'Go back to your app and start again.'), [STYLE], 404);
    const nonce = crypto.randomUUID();
    const body = page(`Connect a bank to ${clientName}`, 'When you are done, you can close this page.', {
      nonce,
      script: openScript(token, hosted.completionRedirectUri),
    });
    return html(body, [STYLE, `script-src 'self' 'nonce-${nonce}'`, "frame-src 'self'"]);
  } catch (error) {
    if (!(error instanceof EmulatedError)) throw error;
    return html(page('This page has expired', 'Go back to your app and start again.'), [STYLE], 404);
  }
}

function openScript(token: string, back: string | null): string {
  const given = JSON.stringify({ token, back }).replaceAll('<', '\\u003c');
  return `const given = ${given};
const leave = () => { if (given.back) location.assign(given.back); };
const link = Plaid.create({ token: given.token, onSuccess: leave, onExit: leave, onLoad: () => link.open() });`;
}

function page(title: string, text: string, run?: { nonce: string; script: string }): string {
  const scripts = run
    ? `<script src="../v2/stable/link-initialize.js"></script>\n<script nonce="${run.nonce}">${run.script}</script>`
    : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="../v2/stable/dialog.css">
</head>
<body class="bank-body">
<main class="bank"><h1>${escape(title)}</h1><p class="lead">${escape(text)}</p>
<p class="hint">Plaid emulator, no real bank.</p></main>
${scripts}
</body>
</html>
`;
}
