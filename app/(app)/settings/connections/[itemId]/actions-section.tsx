import { RefreshForm } from '@/components/connections/refresh-form';
import { RemoveForm } from '@/components/connections/remove-form';
import { ReconnectButton } from '@/components/link/reconnect-button';
import { Section } from '@/components/ui/section';
import type { ConnectionDetail } from '@/db/queries/connections';
import type { ConnectionText } from '@/lib/connections/describe';
import type { ItemId } from '@/lib/core/id';
import { emulatedLinkScript } from '@/lib/link-script';
import { refreshConnection, removeConnection, repairDone } from '../actions';
import { countAccounts } from '../status';

/** What the bank needs from the person, with the one button that gives it. Nothing while all is well. */
export function Attention({ itemId, status }: { itemId: ItemId; status: ConnectionText }) {
  if (status.label === 'Connected') return null;
  return (
    <div className="rounded-xl bg-raised p-5 shadow-raised">
      <p className="text-16 font-semibold">{status.sentence}</p>
      {status.detail !== '' && <p className="mt-1 text-14 text-ink-2">{status.detail}</p>}
      {(status.action === 'repair' || status.action === 'add-accounts') && (
        <div className="mt-4">
          <ReconnectButton
            script={emulatedLinkScript()}
            itemId={itemId}
            label={status.action === 'repair' ? 'Sign in again' : 'Choose accounts'}
            accountSelection={status.action === 'add-accounts'}
            repaired={repairDone}
            variant="primary"
          />
        </div>
      )}
    </div>
  );
}

type ActionsProps = {
  connection: ConnectionDetail;
  status: ConnectionText;
  /** Seconds until the bank may be asked again. */
  wait: number;
};

/** What a person may do with a connection at any time. */
export function Actions({ connection, status, wait }: ActionsProps) {
  const { id: itemId, institutionName, state } = connection;
  const isUsable = state === 'healthy' || state === 'repair-soon';
  return (
    <Section title="This connection">
      <div className="grid justify-items-start gap-4">
        {isUsable && <RefreshForm itemId={itemId} wait={wait} action={refreshConnection} />}
        {isUsable && status.action !== 'add-accounts' && (
          <ReconnectButton
            script={emulatedLinkScript()}
            itemId={itemId}
            label="Add or leave out accounts"
            accountSelection
            repaired={repairDone}
          />
        )}
        <RemoveForm
          itemId={itemId}
          institutionName={institutionName}
          accounts={countAccounts(connection)}
          action={removeConnection}
        />
      </div>
    </Section>
  );
}
