import { UnexplainedBalance } from '@/components/accounts/unexplained-balance';
import { listKnownDays, listSuspects } from '@/db/queries/balances';
import { findCulprits } from '@/lib/accounts/culprits';
import { PROOF_DAYS, unexplainedAccounts } from '@/lib/accounts/proof';
import { unexplainedSentence, unexplainedTitle } from '@/lib/accounts/unexplained-words';
import { addDays, type Day } from '@/lib/core/day';
import type { AccountId } from '@/lib/core/id';
import { getToday } from '@/lib/today';
import { listHref } from '@/lib/transactions/address';
import { aboveDay } from '@/lib/transactions/cursor';
import { getWriting } from '@/lib/writing';
import { readAccount } from './request';

/** What of the balance no transaction explains; nothing where all of it is explained, as nearly always. */
export async function Unexplained({ accountId }: { accountId: string }) {
  const { userId, account } = await readAccount(accountId);
  const { id, currency } = account;
  const [today, writing] = await Promise.all([getToday(userId), getWriting()]);
  const days = await listKnownDays(userId, addDays(today, -PROOF_DAYS), id);
  const [found] = unexplainedAccounts(days);
  if (!found) return null;
  const suspects = await listSuspects(userId, id, { ...found, currency });
  return (
    <UnexplainedBalance
      title={unexplainedTitle(found, currency, { today, writing })}
      sentence={unexplainedSentence(found, currency, writing)}
      culprits={findCulprits(found, suspects, { currency, lastFitting: found.lastFitting })}
      today={today}
      rowsHref={listHref({ filter: { accountId: id }, after: aboveDay(found.since) })}
      hrefOf={(row) => (row.isRemoved ? null : rowHref(id, row))}
    />
  );
}

/** The row's own panel, beside the list as it stands about its day. */
function rowHref(accountId: AccountId, { id, day }: { id: string; day: Day }) {
  return listHref({ filter: { accountId }, after: aboveDay(day), open: id });
}
