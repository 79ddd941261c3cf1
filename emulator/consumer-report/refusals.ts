/** Errors of Consumer Reports: types and words of their own for codes that others have as well (CRA-10, CRA-13). */
import { documented, EmulatedError, type PlaidErrorBody } from '../errors/errors';

const TEXTS = {
  CONSUMER_REPORT_EXPIRED: ['CONSUMER_REPORT_ERROR', ''],
  CONSUMER_REPORT_NOT_FOUND: [
    'CONSUMER_REPORT_ERROR',
    'the consumer report you are trying to pull does not exist. please use Link to reconnect the end user and then fetch the generated report',
  ],
  PRODUCT_NOT_READY: [
    'CONSUMER_REPORT_ERROR',
    'The consumer report you are trying to pull is not ready. Please wait for a CHECK_REPORT_READY webhook to fetch data',
  ],
  DATA_UNAVAILABLE: [
    'CHECK_REPORT_ERROR',
    'The Check Report you are trying to pull does not have sufficient transactions data to generate a report.',
  ],
  INSUFFICIENT_TRANSACTION_DATA: [
    'CHECK_REPORT_ERROR',
    'The Check Report you are trying to pull does not have the days of transactions data that were required.',
  ],
  NO_ACCOUNTS: [
    'CHECK_REPORT_ERROR',
    'The Check Report you are trying to pull has no accounts to generate a report from.',
  ],
} as const;

export type ReportRefusal = keyof typeof TEXTS;

/** `causes` name the Items whose trouble is behind it. */
export function reportRefusal(code: ReportRefusal, causes: readonly object[] = []): EmulatedError {
  const body = documented(reportErrorBody(code));
  return new EmulatedError(400, causes.length === 0 ? body : { ...body, causes: [...causes] });
}

export function reportErrorBody(code: ReportRefusal): PlaidErrorBody {
  const [error_type, error_message] = TEXTS[code];
  return { error_type, error_code: code, error_message, display_message: null };
}
