import type { Route } from 'next';
import Link from 'next/link';
import { Notice } from '@/components/ui/notice';

type Props = { bank: string; formerId: string; presentId: string };

/** A new connection that may be the former one over again: until the person says so or not, it counts nowhere (DUP-1). */
export function WaitingNotice({ bank, formerId, presentId }: Props) {
  return (
    <Notice
      title={`The new connection to ${bank} waits for you.`}
      action={
        <Link href={`/settings/connections/${formerId}/replace?by=${presentId}` as Route}>
          See what would move
        </Link>
      }
    >
      Nothing of it is counted until you say whether it replaces the former one.
    </Notice>
  );
}
