import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import type { TroubledBank } from '@/lib/accounts/trouble';

/** Banks that need a person: what happened, what is safe, where to mend it. */
export function BankTrouble({ banks }: { banks: readonly TroubledBank[] }) {
  if (banks.length === 0) return null;
  return (
    <div className="mb-6 grid gap-2">
      {banks.map(({ itemId, sentence, action }) => (
        <Notice key={itemId} title={sentence} action={<Link href="/settings/connections">{action}</Link>}>
          Your history is safe.
        </Notice>
      ))}
    </div>
  );
}
