import { AccountFigure } from '@/components/accounts/account-figure';
import { BankTrouble } from '@/components/accounts/bank-trouble';
import { troubledBanks } from '@/lib/accounts/trouble';
import { getNow } from '@/lib/today';
import { readAccount } from './request';

/** The balance, and what the bank says around it. */
export async function Balance({ accountId }: { accountId: string }) {
  const { account } = await readAccount(accountId);
  return (
    <>
      <BankTrouble banks={troubledBanks([account])} />
      <AccountFigure account={account} now={getNow()} />
    </>
  );
}
