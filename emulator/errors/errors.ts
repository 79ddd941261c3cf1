/** Errors in Plaid's own JSON (ERR-1). */
import type { PlaidError } from 'plaid';
import { ERROR_TEXTS, type ErrorText } from './error-texts';
import { ANY_LIMIT, TEXTS_ON_DEMAND } from './error-texts-on-demand';

export type ErrorCode = keyof typeof ERROR_TEXTS;

/** An answer that is an error; thrown anywhere below an endpoint, made into a response by one place. */
export class EmulatedError extends Error {
  override name = 'EmulatedError';
  readonly status: number;
  readonly body: PlaidErrorBody;

  constructor(status: number, body: PlaidErrorBody) {
    super(`${body.error_code}: ${body.error_message}`);
    this.status = status;
    this.body = body;
  }
}

export type PlaidErrorBody = Omit<PlaidError, 'error_type'> & { readonly error_type: string };

/** The error of a code; `message` replaces the standing text. A code we do not know is an ITEM_ERROR. */
export function plaidError(code: ErrorCode | (string & {}), message?: string): EmulatedError {
  return new EmulatedError(textOf(code).status ?? 400, documented(errorBody(code, message)));
}

/** A body as an answer has it, with the page that tells more. */
export function documented(body: PlaidErrorBody): PlaidErrorBody {
  return {
    ...body,
    documentation_url: `https://plaid.com/docs/?ref=error#${anchorOf(body.error_type)}`,
    suggested_action: null,
  };
}

/** The same as a plain body, as `/item/get`, webhooks and Link's onExit carry it. */
export function errorBody(code: ErrorCode | (string & {}), message?: string): PlaidErrorBody {
  const text = textOf(code);
  return {
    error_type: text.type,
    error_code: code,
    error_message: message ?? text.message,
    display_message: text.display ?? null,
  };
}

export function missingFields(fields: readonly string[]): EmulatedError {
  return plaidError('MISSING_FIELDS', `${ERROR_TEXTS.MISSING_FIELDS.message}${fields.join(', ')}`);
}

export function unknownFields(fields: readonly string[]): EmulatedError {
  return plaidError('UNKNOWN_FIELDS', `${ERROR_TEXTS.UNKNOWN_FIELDS.message}${fields.join(', ')}`);
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_TEXTS, code);
}

function textOf(code: string): ErrorText {
  if (isErrorCode(code)) return ERROR_TEXTS[code];
  const rare = Object.hasOwn(TEXTS_ON_DEMAND, code) ? TEXTS_ON_DEMAND[code] : undefined;
  if (rare) return rare;
  if (code.endsWith('_LIMIT')) return ANY_LIMIT;
  return { type: code.startsWith('INSTITUTION_') ? 'INSTITUTION_ERROR' : 'ITEM_ERROR', message: '' };
}

/** The part of the page that tells of a type: `item-errors`, `rate-limit-exceeded-errors`. */
function anchorOf(type: string): string {
  return `${type
    .toLowerCase()
    .replace(/_error$/, '')
    .replaceAll('_', '-')}-errors`;
}
