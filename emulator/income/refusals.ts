/** Errors of the Income product, whose type is its own. */
import { documented, EmulatedError } from '../errors/errors';

const TEXTS = {
  INCOME_VERIFICATION_NOT_FOUND: 'the requested data was not found. Please check the ID supplied.',
  PRODUCT_NOT_READY:
    'the requested product is not yet ready. please provide a webhook or try the request again later',
} as const;

export function incomeRefusal(code: keyof typeof TEXTS): EmulatedError {
  const body = { error_code: code, error_message: TEXTS[code], display_message: null };
  return new EmulatedError(400, documented({ error_type: 'INCOME_VERIFICATION_ERROR', ...body }));
}
