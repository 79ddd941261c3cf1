/** From a failure to what is done about it: the reactions of reliability 3.4, per product (S13). */
import 'server-only';
import type { Product } from '@/db/queries/sync/items';
import { PlaidFailure } from '@/lib/plaid/errors';

export type Verdict = {
  code: string;
  /** What is shown for the product; left as it was where this is missing. */
  product?: 'waiting' | 'not-available' | 'failed';
  /** What is done about the Item as a whole; `look` confirms an end first, `circuit` calls the operator. */
  item?: 'needs-repair' | 'institution-trouble' | 'look' | 'circuit';
  /** Whether the job runs again by itself. */
  retry: boolean;
  /** Its first data is being fetched: looked for like history, soon and then less often (INV-9). */
  isOnItsWay?: true;
  /** Not before so many seconds: we hold ourselves back, which is no failure of anyone. */
  heldSeconds?: number;
};

const GROUND: readonly Product[] = ['accounts', 'transactions'];
/** These speak of one product's data, where that is not the ground all others stand on. */
const CONSENT = ['ACCESS_NOT_GRANTED', 'ADDITIONAL_CONSENT_REQUIRED', 'NO_ACCOUNTS'];
/** The operator's own account lacks an add-on: the tab is not available, nothing is broken (REC-10). */
const GATES = ['UNAUTHORIZED_ROUTE_ACCESS'];

export function judge(product: Product, error: unknown): Verdict {
  if (!(error instanceof PlaidFailure)) return { code: 'UNEXPECTED', product: 'failed', retry: true };
  const { code, kind } = error;
  const isGround = GROUND.includes(product);
  switch (kind) {
    case 'needs-user': {
      const isOfProduct = !isGround && CONSENT.includes(code);
      return { code, product: 'failed', retry: false, ...(isOfProduct ? {} : { item: 'needs-repair' }) };
    }
    case 'product-only':
      return judgeProduct(product, code);
    case 'ended':
      return { code, item: 'look', retry: true };
    case 'our-fault':
      if (!isGround && GATES.includes(code)) return { code, product: 'not-available', retry: false };
      return { code, item: 'circuit', retry: true };
    case 'held':
      return { code, retry: false, heldSeconds: error.retryAfterSeconds ?? 60 };
    default:
      return { code, retry: true, ...(isInstitution(error) ? { item: 'institution-trouble' } : {}) };
  }
}

function judgeProduct(product: Product, code: string): Verdict {
  if (code === 'PRODUCT_NOT_READY') return { code, product: 'waiting', retry: false, isOnItsWay: true };
  // ACC-9: the next run reads the accounts anew, and asks again. A connection without accounts there is not.
  if (code === 'INVALID_ACCOUNT_ID' || product === 'accounts') return { code, retry: true };
  return { code, product: 'not-available', retry: false };
}

function isInstitution({ type, kind }: PlaidFailure): boolean {
  return type === 'INSTITUTION_ERROR' && kind === 'passing';
}
