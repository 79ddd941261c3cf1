/** `dialog.js`: what runs inside Link's frame. Several texts, one scope. */
import { DIALOG_CHALLENGES } from './dialog-challenges';
import { DIALOG_CORE } from './dialog-core';
import { DIALOG_ENDS } from './dialog-ends';
import { DIALOG_ERRORS } from './dialog-errors';
import { DIALOG_FLOW } from './dialog-flow';
import { DIALOG_HOSTS } from './dialog-hosts';
import { DIALOG_OAUTH } from './dialog-oauth';
import { DIALOG_RETURNING } from './dialog-returning';
import { DIALOG_VIEWS } from './dialog-views';

const PARTS = [
  DIALOG_CORE,
  DIALOG_ERRORS,
  DIALOG_VIEWS,
  DIALOG_CHALLENGES,
  DIALOG_OAUTH,
  DIALOG_RETURNING,
  DIALOG_FLOW,
  DIALOG_ENDS,
  // Last, since it begins.
  DIALOG_HOSTS,
];

export const DIALOG_SCRIPT = `(function () {
'use strict';
${PARTS.join('')}})();
`;
