import { UnexplainedBalance } from '@/components/accounts/unexplained-balance';
import { listKnownDays, listSuspects } from '@/db/queries/balances';
import { findCulprits } from '@/lib/accounts/culprits';
import { PROOF_DAYS, unexplainedAccounts } from '@/lib/accounts/proof';
import { unexplainedSentence, unexplainedTitle } from '@/lib/accounts/unexplained-words';
import { addDays } from '@/lib/core/day';
import { monthOf } from '@/lib/core/month';
import { getToday } from '@/lib/today';
import { listHref } from '@/lib/transactions/address';
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
      rowsHref={listHref({ filter: { accountId: id, month: monthOf(found.since) } })}
      hrefOf={(row) => (row.isRemoved ? null : listHref({ filter: { accountId: id }, open: row.id }))}
    />
  );
}
