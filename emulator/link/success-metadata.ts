/** What an app's browser is told of an Item that was linked: `metadata` of `onSuccess` (LNK-5). */
import type { ItemDocument } from '../documents';
import { accountIdOf } from '../ids';
import { findInstitution } from '../institutions/institutions';
import type { LoginAccount } from '../login';

export type SuccessMetadata = {
  readonly institution: { readonly name: string; readonly institution_id: string };
  readonly accounts: readonly SuccessAccount[];
  readonly link_session_id: string;
  readonly transfer_status: null;
};

type SuccessAccount = {
  readonly id: string;
  readonly name: string;
  readonly mask: string | null;
  readonly type: string;
  readonly subtype: string | null;
  readonly verification_status: null;
  readonly class_type: null;
};

/** One Item of one session, with the accounts that it shares. */
export function successMetadata(
  item: ItemDocument,
  accounts: readonly LoginAccount[],
  linkSessionId: string,
): SuccessMetadata {
  const { institutionId } = item;
  return {
    institution: {
      name: findInstitution(institutionId)?.name ?? institutionId,
      institution_id: institutionId,
    },
    accounts: accounts.map((account) => successAccount(item, account)),
    link_session_id: linkSessionId,
    transfer_status: null,
  };
}

function successAccount(item: ItemDocument, account: LoginAccount): SuccessAccount {
  return {
    id: accountIdOf(item.itemId, account.key),
    name: account.name,
    mask: account.mask,
    type: account.type,
    subtype: account.subtype,
    verification_status: null,
    class_type: null,
  };
}
