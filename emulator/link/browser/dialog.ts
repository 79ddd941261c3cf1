/** `dialog.js`: what runs inside Link's frame. Three texts, one scope. */
import { DIALOG_CORE } from './dialog-core';
import { DIALOG_FLOW } from './dialog-flow';
import { DIALOG_OAUTH } from './dialog-oauth';
import { DIALOG_VIEWS } from './dialog-views';

export const DIALOG_SCRIPT = `(function () {
'use strict';
${DIALOG_CORE}${DIALOG_VIEWS}${DIALOG_OAUTH}${DIALOG_FLOW}})();
`;
