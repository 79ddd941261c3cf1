import { AccountGroupSection, AccountsApart } from '@/components/accounts/account-groups';
import { AccountsFigure } from '@/components/accounts/accounts-figure';
import { BankTrouble } from '@/components/accounts/bank-trouble';
import { NoAccounts } from '@/components/accounts/no-accounts';
import { listAccounts } from '@/db/queries/accounts';
import { listConnectionStates } from '@/db/queries/overview';
import { getProfile } from '@/db/queries/users';
import { groupAccounts, sumBalances } from '@/lib/accounts/kinds';
import { requireUserId } from '@/lib/auth';
import { getNow } from '@/lib/today';
import { getWriting } from '@/lib/writing';
import { troubledBanks } from './troubled-banks';

/** Every account under its kind; closed and hidden ones apart, since today's totals leave them out. */
export async function AccountList() {
  const userId = await requireUserId();
  const [accounts, connections, profile, writing] = await Promise.all([
    listAccounts(userId),
    listConnectionStates(userId),
    getProfile(userId),
    getWriting(),
  ]);
  if (accounts.length === 0) return <NoAccounts />;
  const shown = accounts.filter(({ isHidden, closedAt }) => !isHidden && closedAt === null);
  const look = { home: profile.currency, now: getNow() };
  return (
    <>
      <BankTrouble banks={troubledBanks(connections, writing, getNow())} />
      <AccountsFigure totals={sumBalances(shown)} count={shown.length} home={profile.currency} />
      <div className="mt-8 grid gap-8">
        {groupAccounts(shown).map((group) => (
          <AccountGroupSection key={group.kind} group={group} {...look} />
        ))}
        <AccountsApart
          title="Closed"
          words="The bank no longer serves these. Their history still counts."
          accounts={accounts.filter(({ isHidden, closedAt }) => !isHidden && closedAt !== null)}
          {...look}
        />
        <AccountsApart
          title="Hidden"
          words="Left out of every total and list."
          accounts={accounts.filter(({ isHidden }) => isHidden)}
          {...look}
        />
      </div>
    </>
  );
}
