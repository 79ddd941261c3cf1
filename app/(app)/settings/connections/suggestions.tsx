import type { Route } from 'next';
import Link from 'next/link';
import { WaitingNotice } from '@/components/connections/waiting-notice';
import { Notice } from '@/components/ui/notice';
import { listLinkedAccounts } from '@/db/queries/replacements';
import { findOverlaps } from '@/lib/connections/overlaps';
import type { UserId } from '@/lib/core/id';

/** Connections that wait to take another's place, and those that share an account with another (DUP-7). */
export async function Suggestions({ userId }: { userId: UserId }) {
  const linked = await listLinkedAccounts(userId);
  const names = new Map(linked.map(({ itemId, institutionName }) => [itemId, institutionName]));
  const waiting = new Map(
    linked.flatMap(({ itemId, replacesItemId }) => (replacesItemId ? [[itemId, replacesItemId]] : [])),
  );
  const counted = linked.filter(({ itemId }) => !waiting.has(itemId));
  const overlaps = findOverlaps([...new Set(counted.map(({ itemId }) => itemId))], counted);
  return (
    <>
      {[...waiting].map(([presentId, formerId]) => (
        <WaitingNotice
          key={presentId}
          bank={names.get(presentId) ?? ''}
          formerId={formerId}
          presentId={presentId}
        />
      ))}
      {overlaps.map(({ formerId, presentId }) => (
        <Notice
          key={`${formerId} ${presentId}`}
          title={`${names.get(presentId)} seems to be connected twice.`}
          action={
            <Link href={`/settings/connections/${formerId}/replace?by=${presentId}` as Route}>
              See what would move
            </Link>
          }
        >
          Two connections share an account, which then counts twice. Nothing changes unless you say so.
        </Notice>
      ))}
    </>
  );
}
