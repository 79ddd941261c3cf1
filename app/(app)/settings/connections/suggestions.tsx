import type { Route } from 'next';
import Link from 'next/link';
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
  const all = [
    ...[...waiting].map(([presentId, formerId]) => ({ formerId, presentId, isWaiting: true })),
    ...overlaps.map((overlap) => ({ ...overlap, isWaiting: false })),
  ];
  return all.map(({ formerId, presentId, isWaiting }) => (
    <Notice
      key={`${formerId} ${presentId}`}
      title={
        isWaiting
          ? `The new connection to ${names.get(presentId)} waits for you.`
          : `${names.get(presentId)} seems to be connected twice.`
      }
      action={
        <Link href={`/settings/connections/${formerId}/replace?by=${presentId}` as Route}>
          See what would move
        </Link>
      }
    >
      {isWaiting
        ? 'Nothing of it is counted until you say whether it replaces the former one.'
        : 'Two connections share an account, which then counts twice. Nothing changes unless you say so.'}
    </Notice>
  ));
}
