import { RenameAccount } from '@/components/accounts/rename-account';
import { HideAccount } from '@/components/accounts/hide-account';
import type { AccountRow } from '@/db/queries/accounts';
import { renameAccount, hideAccount } from '../actions';

/** What the person may change about the account. */
export function AccountActions({ account }: { account: AccountRow }) {
  const { id, name, bankName, displayName, isHidden } = account;
  return (
    <>
      <RenameAccount
        key={name}
        accountId={id}
        displayName={displayName}
        bankName={bankName}
        action={renameAccount}
      />
      <HideAccount accountId={id} isHidden={isHidden} action={hideAccount} />
    </>
  );
}
