import Link from 'next/link';
import { AccountGroups } from '@/components/overview/account-groups';
import { Section } from '@/components/ui/section';
import { getProfile } from '@/db/queries/users';
import { groupAccounts } from '@/lib/accounts/kinds';
import { getNow } from '@/lib/today';
import { readWorth } from '../net-worth/read-worth';

/** Every open account by kind, with its balance and how fresh it is. */
export async function Accounts() {
  const { userId, accounts } = await readWorth();
  if (accounts.length === 0) return null;
  const profile = await getProfile(userId);
  return (
    <Section title="Accounts" action={<Link href="/accounts">All accounts</Link>}>
      <AccountGroups groups={groupAccounts(accounts)} now={getNow()} home={profile.currency} />
    </Section>
  );
}
