/** Errors of the type ASSET_REPORT_ERROR, whose codes mean other things elsewhere (AST-4, AST-12). */
import type { Cause } from 'plaid';
import type { ItemFailure } from '../documents';
import { documented, EmulatedError, errorBody, type PlaidErrorBody } from '../errors/errors';
import { errorOnTheWire } from '../items/item-on-the-wire';

const TEXTS = {
  PRODUCT_NOT_READY:
    'the requested product is not yet ready. please provide a webhook or try the request again later',
  DATA_UNAVAILABLE:
    'unable to pull sufficient data for all items to generate this report. please see the "causes" field for more details',
} as const;

export function notReady(): EmulatedError {
  return refused('PRODUCT_NOT_READY', TEXTS.PRODUCT_NOT_READY);
}

/** Items that were linked without the product; it cannot be added by a call (AST-2). */
export function notEnabled(accessTokens: readonly string[]): EmulatedError {
  return refused(
    'PRODUCT_NOT_ENABLED',
    `the 'assets' product is not enabled for the following access tokens: ${accessTokens.join(', ')}. please ensure that 'assets' is included in the 'product' array when initializing Link and create the Item(s) again.`,
  );
}

export function dataUnavailable(failures: readonly ItemFailure[]): EmulatedError {
  return new EmulatedError(400, documented(dataUnavailableBody(failures)));
}

/** The same as the webhook ERROR carries it. */
export function dataUnavailableBody(failures: readonly ItemFailure[]): PlaidErrorBody {
  return { ...body('DATA_UNAVAILABLE', TEXTS.DATA_UNAVAILABLE), causes: failures.map(causeOf) };
}

/** What is wrong with one Item of a report. */
export function causeOf({ itemId, errorCode }: ItemFailure): Cause {
  return { ...errorOnTheWire(errorBody(errorCode)), item_id: itemId };
}

function refused(code: string, message: string): EmulatedError {
  return new EmulatedError(400, documented(body(code, message)));
}

function body(code: string, message: string): PlaidErrorBody {
  return {
    error_type: 'ASSET_REPORT_ERROR',
    error_code: code,
    error_message: message,
    display_message: null,
  };
}
