/** The pages of an imaginary bank, as HTML. */
import type { DataKind } from '../items/consent';
import type { AccountChoice } from './bank-log-in';
import type { OpenedBank } from './bank-page';
import { escape, wholePage } from './html';

export type BankPage = {
  readonly bank: string;
  readonly color: string;
  readonly clientName: string;
  readonly products: readonly string[];
  /** The address that the bank sends the person back to; null in a pop-up. */
  readonly returnsTo: string | null;
  readonly nonce: string;
};

export function loginPage(
  page: BankPage,
  { username = '', problem }: { username?: string; problem?: string },
) {
  return bankDocument(
    page,
    `<h1>Sign in to ${escape(page.bank)}</h1>
<p class="lead">${escape(page.clientName)} asks for access to your accounts.</p>
${problem === undefined ? '' : `<p class="problem" role="alert">${escape(problem)}</p>`}
<form method="post" class="stack">
<input type="hidden" name="step" value="sign-in">
<label class="field"><span>User name</span><input name="username" autocomplete="off" autocapitalize="none" spellcheck="false" value="${escape(username)}"></label>
<label class="field"><span>Password</span><input name="password" type="password" autocomplete="off"></label>
<p class="hint">This bank is part of the emulator. Any user name and password will do, also none.</p>
<button class="primary" type="submit">Sign in</button>
</form>
${refusal}`,
  );
}

export function accountsPage(
  page: BankPage,
  { credentials, choices, kinds }: OpenedBank & { readonly kinds: readonly DataKind[] },
  problem?: string,
): string {
  return bankDocument(
    page,
    `<h1>What may ${escape(page.clientName)} see?</h1>
<p class="lead">It may read, and change nothing.</p>
${problem === undefined ? '' : `<p class="problem" role="alert">${escape(problem)}</p>`}
<form method="post" class="stack">
<input type="hidden" name="step" value="share">
<input type="hidden" name="username" value="${escape(credentials.username)}">
<input type="hidden" name="password" value="${escape(credentials.password)}">
<fieldset class="choices"><legend>Accounts</legend>
${choices
  .map((choice) =>
    choiceRow(
      choice,
      choices.every(({ selected }) => !selected),
    ),
  )
  .join('\n')}
</fieldset>
${kindsField(kinds)}
<button class="primary" type="submit">Share these accounts</button>
</form>
${refusal}`,
  );
}

/** The end in a pop-up: the dialog behind it goes on by itself. */
export function donePage(nonce: string): string {
  return plainDocument(
    'Done',
    `<h1>You can close this window</h1><p class="lead">Your app goes on where you left it.</p>
<script nonce="${nonce}">window.close()</script>`,
  );
}

export function lostPage(message: string): string {
  return plainDocument(
    'Not found',
    `<h1>This visit has ended</h1><p class="lead">Go back to your app and start again. (${escape(message)})</p>`,
  );
}

const refusal = `<form method="post"><input type="hidden" name="step" value="refuse">
<button class="quiet" type="submit">Cancel and go back</button></form>`;

function kindsField(kinds: readonly DataKind[]): string {
  if (kinds.length === 0) return '';
  const rows = kinds.map(
    ({ product, name, granted }) => `<input type="hidden" name="offered" value="${product}">
<label class="choice"><input type="checkbox" name="grant" value="${product}"${granted ? ' checked' : ''}>
<span class="choice-text"><span>${escape(name)}</span></span></label>`,
  );
  return `<fieldset class="choices"><legend>Information</legend>
${rows.join('\n')}
</fieldset>`;
}

function choiceRow({ key, name, mask, subtype, type, selected }: AccountChoice, isFirst: boolean): string {
  const detail = [subtype ?? type, mask === null ? '' : `•••• ${mask}`].filter(Boolean).join(' ');
  return `<label class="choice"><input type="checkbox" name="account" value="${escape(key)}"${selected || isFirst ? ' checked' : ''}>
<span class="choice-text"><span>${escape(name)}</span><small>${escape(detail)}</small></span></label>`;
}

function bankDocument(page: BankPage, content: string): string {
  return documentOf(
    page.bank,
    `<style nonce="${page.nonce}">:root{--bank:${page.color}}</style>`,
    `<header class="bank-bar"><span class="bank-name">${escape(page.bank)}</span><span class="bank-mark">Plaid emulator, no real bank</span></header>
<main class="bank">${content}</main>`,
  );
}

function plainDocument(title: string, content: string): string {
  return documentOf(title, '', `<main class="bank">${content}</main>`);
}

function documentOf(title: string, style: string, body: string): string {
  const head = `<link rel="stylesheet" href="dialog.css">\n${style}`;
  return wholePage({ title, head, attributes: ' class="bank-body"' }, body);
}
