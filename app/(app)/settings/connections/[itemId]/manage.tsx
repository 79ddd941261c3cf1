import { RemoveForm } from '@/components/connections/remove-form';
import { ReconnectButton } from '@/components/link/reconnect-button';
import { Section } from '@/components/ui/section';
import { type ConnectionDetail, getRemovalEffect } from '@/db/queries/connections';
import type { ConnectionText } from '@/lib/connections/describe';
import { removalText } from '@/lib/connections/removal-text';
import { formatDay } from '@/lib/core/format-day';
import type { UserId } from '@/lib/core/id';
import { emulatedLinkScript } from '@/lib/link-script';
import { getToday } from '@/lib/today';
import { getWriting } from '@/lib/writing';
import { removeConnection, repairDone } from '../actions';
import { orNotFound } from '../or-not-found';
import { ReplaceLink } from './replaced';

type Props = { userId: UserId; connection: ConnectionDetail; status: ConnectionText };

/** What a person may do with a connection at any time; removal says before what it takes away. */
export async function Manage({ userId, connection, status }: Props) {
  const { id: itemId, institutionName, state } = connection;
  const [{ firstDay, ...effect }, today, writing] = await Promise.all([
    getRemovalEffect(userId, itemId).catch(orNotFound),
    getToday(userId),
    getWriting(),
  ]);
  const since = firstDay === null ? null : formatDay(firstDay, writing, { today });
  const isUsable = state === 'healthy' || state === 'repair-soon';
  return (
    <Section title="This connection">
      <div className="grid justify-items-start gap-4">
        {isUsable && status.action !== 'choose-accounts' && (
          <ReconnectButton
            script={emulatedLinkScript()}
            itemId={itemId}
            label="Add or leave out accounts"
            accountSelection
            repaired={repairDone}
          />
        )}
        <ReplaceLink itemId={itemId} />
        <RemoveForm
          itemId={itemId}
          institutionName={institutionName}
          effect={removalText({ ...effect, since }, writing)}
          accounts={effect.accounts}
          action={removeConnection}
        />
      </div>
    </Section>
  );
}
