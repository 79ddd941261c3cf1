/** The document inside Link's frame. It is empty until its script has heard from the page around it. */
import { html } from './html';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Link (emulator)</title>
<link rel="stylesheet" href="dialog.css">
</head>
<body>
<div class="frame">
<div class="bar">
<button class="icon" id="back" type="button" hidden aria-label="Back"><svg viewBox="0 0 20 20" aria-hidden="true"><path d="M12 4.5 6.5 10l5.5 5.5"/></svg></button>
<p class="mark">Plaid emulator <span>no real bank</span></p>
<button class="icon" id="close" type="button" aria-label="Close"><svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15"/></svg></button>
</div>
<div id="view"></div>
</div>
<noscript><p class="view">Link needs JavaScript.</p></noscript>
<script src="dialog.js"></script>
</body>
</html>
`;

/**
 * Mounted in an app (a public address with a path) only that app may frame the dialog. On a port of its
 * own it serves apps of any origin, as Plaid does.
 */
export function dialogPage(publicUrl: string): Response {
  const isMounted = new URL(publicUrl).pathname !== '/';
  const policy = ["script-src 'self'", "style-src 'self'", "connect-src 'self'", "form-action 'self'"];
  return html(PAGE, isMounted ? [...policy, "frame-ancestors 'self'"] : policy);
}
