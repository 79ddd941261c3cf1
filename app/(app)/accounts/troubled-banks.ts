import type { TroubledBank } from '@/components/accounts/bank-trouble';
import type { ConnectionRow } from '@/db/queries/overview';
import { ACTION_LABELS } from '@/lib/connections/describe';
import type { Writing } from '@/lib/core/writing';
import { statusOf } from '../settings/connections/status';

/** Banks whose balances may be old, or that need a person; one that is well has no words. */
export function troubledBanks(
  connections: readonly ConnectionRow[],
  writing: Writing,
  now: Date,
): TroubledBank[] {
  return connections
    .map((connection) => ({ itemId: connection.itemId, ...statusOf(connection, writing, now) }))
    .filter(({ tone }) => tone !== 'calm')
    .map(({ itemId, sentence, detail, action }) => {
      return { itemId, sentence, detail, action: ACTION_LABELS[action] ?? 'See more' };
    });
}
