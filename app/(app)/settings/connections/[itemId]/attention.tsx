import { type Cooling, RefreshForm } from '@/components/connections/refresh-form';
import { ConnectButton } from '@/components/link/connect-button';
import { ReconnectButton } from '@/components/link/reconnect-button';
import { ACTION_LABELS, type ConnectionText } from '@/lib/connections/describe';
import type { ItemId } from '@/lib/core/id';
import { emulatedLinkScript } from '@/lib/link-script';
import { refreshConnection, repairDone } from '../actions';

type Props = { itemId: ItemId; status: ConnectionText; cooling: Cooling };

/** What is the matter, what is safe, and the one button that mends it. Nothing while all is well. */
export function Attention({ itemId, status, cooling }: Props) {
  if (status.label === 'Connected') return null;
  return (
    <div className="rounded-xl bg-raised p-5 shadow-raised">
      <h2 className="text-16 font-semibold">{status.sentence}</h2>
      {status.detail !== '' && <p className="mt-1 text-14 text-ink-2">{status.detail}</p>}
      <div className="mt-4 empty:hidden">
        <Mend itemId={itemId} action={status.action} cooling={cooling} />
      </div>
    </div>
  );
}

type MendProps = { itemId: ItemId; action: ConnectionText['action']; cooling: Cooling };

function Mend({ itemId, action, cooling }: MendProps) {
  const label = ACTION_LABELS[action];
  if (label === null) return null;
  if (action === 'refresh') {
    return <RefreshForm itemId={itemId} cooling={cooling} action={refreshConnection} variant="primary" />;
  }
  if (action === 'relink') {
    return <ConnectButton script={emulatedLinkScript()} label={label} replaces={itemId} />;
  }
  return (
    <ReconnectButton
      script={emulatedLinkScript()}
      itemId={itemId}
      label={label}
      accountSelection={action === 'choose-accounts'}
      repaired={repairDone}
      variant="primary"
    />
  );
}
