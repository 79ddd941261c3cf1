import type { Route } from 'next';
import Link from 'next/link';
import { Notice } from '@/components/ui/notice';

export type TroubledBank = { itemId: string; sentence: string; detail: string; action: string };

/** Banks that need a person, or are out of reach: what happened, what is safe, where to mend it. */
export function BankTrouble({ banks }: { banks: readonly TroubledBank[] }) {
  if (banks.length === 0) return null;
  return (
    <div className="mb-6 grid gap-2">
      {banks.map(({ itemId, sentence, detail, action }) => (
        <Notice
          key={itemId}
          title={sentence}
          action={<Link href={`/settings/connections/${itemId}` as Route}>{action}</Link>}
        >
          {detail}
        </Notice>
      ))}
    </div>
  );
}
