import Link from 'next/link';
import { listKnownDays } from '@/db/queries/balances';
import { PROOF_DAYS, unexplainedAccounts } from '@/lib/accounts/proof';
import { unexplainedTitle } from '@/lib/accounts/unexplained-words';
import { addDays } from '@/lib/core/day';
import type { ItemId, UserId } from '@/lib/core/id';
import { getToday } from '@/lib/today';
import { getWriting } from '@/lib/writing';

/** A line for each account of this bank whose balance its transactions do not explain; mostly nothing. */
export async function Unexplained({ userId, itemId }: { userId: UserId; itemId: ItemId }) {
  const [today, writing] = await Promise.all([getToday(userId), getWriting()]);
  const days = await listKnownDays(userId, addDays(today, -PROOF_DAYS));
  const found = unexplainedAccounts(days.filter((of) => of.itemId === itemId));
  if (found.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-1 text-13 text-ink-3">
      {found.map(({ account, ...of }) => (
        <li key={account.accountId}>
          <Link
            href={`/accounts/${account.accountId}#unexplained`}
            className="hover:text-accent hover:underline"
          >
            {account.name}: {unexplainedTitle(of, account.currency, { today, writing })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
