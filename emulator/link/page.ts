/** The document of the dialog: inside a frame, or a page of its own. It is empty until its script has begun. */
import { escape, html, wholePage } from './html';

type Standalone = {
  /** Where the dialog's own files are, seen from this page. */
  readonly base: string;
  readonly token: string;
  readonly title: string;
  readonly back: string | null;
};

const POLICY = [
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "form-action 'self'",
];

/**
 * Mounted in an app (a public address with a path) only that app may frame the dialog. On a port of its
 * own it serves apps of any origin, as Plaid does.
 */
export function dialogPage(publicUrl: string): Response {
  const isMounted = new URL(publicUrl).pathname !== '/';
  return html(
    documentOf('', 'Link (emulator)', ''),
    isMounted ? [...POLICY, "frame-ancestors 'self'"] : POLICY,
  );
}

/** The dialog as a whole page, for Hosted Link (HL-1); nobody frames it. */
export function standalonePage({ base, token, title, back }: Standalone): Response {
  const given = [
    ' class="hosted" data-mode="hosted"',
    `data-token="${escape(token)}"`,
    ...(back === null ? [] : [`data-back="${escape(back)}"`]),
  ];
  return html(documentOf(base, title, given.join(' ')), [...POLICY, "frame-ancestors 'none'"]);
}

function documentOf(base: string, title: string, attributes: string): string {
  // In a frame the page around it has the main part.
  const tag = attributes === '' ? 'div' : 'main';
  const head = `<link rel="stylesheet" href="${base}dialog.css">`;
  const body = `<${tag} class="frame">
<div class="bar">
<button class="icon" id="back" type="button" hidden aria-label="Back"><svg viewBox="0 0 20 20" aria-hidden="true"><path d="M12 4.5 6.5 10l5.5 5.5"/></svg></button>
<p class="mark">Plaid emulator <span>no real bank</span></p>
<button class="icon" id="close" type="button" aria-label="Close"><svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15"/></svg></button>
</div>
<div id="view"></div>
</${tag}>
<noscript><p class="view">Link needs JavaScript.</p></noscript>
<script src="${base}dialog.js"></script>`;
  return wholePage({ title, head, attributes }, body);
}
