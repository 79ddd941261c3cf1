/** What Ann holds of Bob's when she calls every query there is. */
import { day } from '@/lib/core/day';
import type { UserId } from '@/lib/core/id';
import { month } from '@/lib/core/month';
import type { Household } from './household-of';

export type Call = (ann: UserId, bob: Household) => Promise<unknown>;

export const MARCH = month('2026-03');
export const TODAY = day('2026-03-15');
export const AT = new Date('2026-03-15T00:00:00Z');
export const UPDATE = { epoch: 1, startCursor: '' };

export const filterOf = ({ accountId }: Household) => ({
  text: null,
  accountId,
  categoryId: null,
  month: null,
});

/** Ann's lease over Bob's connection: the fence is the one that the job has. */
export const leaseOf = (ann: UserId, { itemId }: Household) => ({ userId: ann, itemId, fence: 0 });

export const served = {
  persistentAccountId: null,
  officialName: null,
  mask: null,
  subtype: null,
  plaidAccountId: 'new',
  bankName: 'New',
  type: 'depository' as const,
  currency: 'USD',
  balance: 0,
  available: null,
  creditLimit: null,
};
