import { AccountFigure } from '@/components/accounts/account-figure';
import { BankTrouble } from '@/components/accounts/bank-trouble';
import { listConnectionStates } from '@/db/queries/overview';
import { getNow } from '@/lib/today';
import { getWriting } from '@/lib/writing';
import { troubledBanks } from '../troubled-banks';
import { readAccount } from './request';

/** The balance, and what the bank says around it. */
export async function Balance({ accountId }: { accountId: string }) {
  const { userId, account } = await readAccount(accountId);
  const [connections, writing] = await Promise.all([listConnectionStates(userId), getWriting()]);
  const own = connections.filter(({ itemId }) => itemId === account.itemId);
  return (
    <>
      <BankTrouble banks={troubledBanks(own, writing, getNow())} />
      <AccountFigure account={account} now={getNow()} />
    </>
  );
}
