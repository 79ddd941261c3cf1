import 'server-only';
import { AppError } from '@/lib/core/errors';
import { log } from '@/lib/log';
import { PlaidFailure } from '@/lib/plaid/errors';
import './budget';

/** For calls that a person waits for: a failure of Plaid becomes a sentence, never its own words (ERR-2). */
export async function plaidAnswer<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof PlaidFailure)) throw error;
    const { type, code, kind, requestId } = error;
    log.warn({ type, code, kind, requestId }, 'a call to Plaid failed');
    if (kind === 'ended') {
      throw new AppError(
        'reconnect-needed',
        'This connection no longer exists at the bank. Remove it and connect again.',
      );
    }
    throw new AppError(
      'provider-unavailable',
      'The bank connection service does not answer. Try again in a moment.',
    );
  }
}
