/** Micro-deposits: whether an account's numbers have been proved by two small sums sent to it (AUT-1). */
import { AccountBaseVerificationStatusEnum as Status } from 'plaid';
import { DAY_MS } from '../clock';
import type { ItemDocument } from '../documents';
import type { LoginAccount } from '../login';

/** The log-in whose bank gives no numbers by itself. */
const MICRODEPOSITS = 'microdeposits_good';

/** Null where nothing needs to be proved. By itself the proof succeeds after a day, as in the Sandbox. */
export function verificationOf(
  item: ItemDocument,
  { key, numbers }: Pick<LoginAccount, 'key' | 'numbers'>,
  now: number,
): Status | null {
  const set = item.verifications?.[key];
  if (set) return set;
  if (item.password !== MICRODEPOSITS || !numbers) return null;
  return now - item.createdAt >= DAY_MS ? Status.AutomaticallyVerified : Status.PendingAutomaticVerification;
}

/** Whether `/auth/get` may give the numbers away. */
export function isProved(status: Status | null): boolean {
  return status === null || status === Status.AutomaticallyVerified;
}
