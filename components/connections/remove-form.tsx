'use client';

import { useActionState } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import type { FormAction } from '@/components/ui/form-action';

type Props = {
  itemId: string;
  institutionName: string;
  /** "9 accounts and 1,204 transactions since 3 Dec 2024". */
  effect: string;
  accounts: readonly { name: string; mask: string | null }[];
  action: FormAction;
};

/** Ends a connection. It cannot be undone, so it says before what goes, and after what has gone. */
export function RemoveForm({ itemId, institutionName, effect, accounts, action }: Props) {
  const [result, submit, isRemoving] = useActionState(action, null);
  if (result?.ok) {
    return (
      <div role="status" data-keep-page className="grid justify-items-start gap-3">
        <p className="text-14">
          <strong className="font-semibold">{institutionName} was removed.</strong> {effect} are gone.{' '}
          {result.message}
        </p>
        <LinkButton href="/settings/connections">Go to connections</LinkButton>
      </div>
    );
  }
  return (
    <Dialog
      trigger={<Button variant="danger">Remove this connection</Button>}
      title={`Remove ${institutionName}?`}
      description={`This deletes ${effect} from Evenkeel, with their balances and notes. It cannot be undone.`}
    >
      <Names accounts={accounts} />
      <p className="mt-3 text-14 text-ink-2">
        Plaid’s access to the bank ends as well, and we ask until it says so. Nothing changes at the bank.
      </p>
      <form action={submit} data-keep-page className="mt-4 grid gap-3">
        <input type="hidden" name="itemId" value={itemId} />
        {result?.ok === false && (
          <p role="alert" className="text-13 text-danger">
            {result.message}
          </p>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose asChild>
            <Button variant="quiet">Keep it</Button>
          </DialogClose>
          <Button type="submit" variant="danger" busy={isRemoving}>
            Remove and delete
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const SHOWN = 6;

function Names({ accounts }: Pick<Props, 'accounts'>) {
  const more = accounts.length - SHOWN;
  return (
    <ul className="text-14">
      {accounts.slice(0, more === 1 ? SHOWN + 1 : SHOWN).map(({ name, mask }) => (
        <li key={`${name} ${mask}`} className="truncate">
          {name}
          {mask !== null && <span className="ml-2 text-13 text-ink-3">··{mask}</span>}
        </li>
      ))}
      {more > 1 && <li className="text-ink-3">and {more} more</li>}
    </ul>
  );
}
