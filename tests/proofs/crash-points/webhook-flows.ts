/** Webhooks: one that comes in, all that are worked off, and those that an operator has worked off again. */
import { saveWebhooks } from '@/db/queries/webhooks';
import { drainJobs } from '@/lib/sync/drain-jobs';
import { drainWebhooks } from '@/lib/sync/drain-webhooks';
import { replayWebhooks } from '@/lib/sync/replay-webhooks';
import { pull } from '../../support/engine';
import { type Moment, saveMoment } from '../moment';
import type { Moments } from '../small-bank';
import { connect } from '../wire';
import type { Flow } from './flow';

export async function webhookFlows(bank: Moments): Promise<Flow[]> {
  const { plaidItemId, update } = bank;
  return [
    {
      name: 'a webhook that comes in',
      begin: update.restore,
      act: () => saveWebhooks([webhook(plaidItemId, 'TRANSACTIONS', 'SYNC_UPDATES_AVAILABLE')]),
      isAsked: true,
    },
    {
      name: 'a replay of the inbox',
      begin: (await workedOff(bank)).restore,
      act: async () => {
        await replayWebhooks({ since: '2000-01-01' });
        await workOff();
      },
      isAsked: true,
    },
    ...WEBHOOKS.map(
      ([type, code, change]): Flow => ({
        name: `webhook ${type} ${code}`,
        begin: async () => {
          const copy = await update.restore();
          if (change) await pull(copy.emulator, change, { item_id: plaidItemId });
          await saveWebhooks([webhook(code === 'ORPHAN' ? 'nobody' : plaidItemId, type, code)]);
          return copy;
        },
        act: workOff,
      }),
    ),
  ];
}

/** With what happened at the bank, where a webhook tells of it. */
const WEBHOOKS: readonly [string, string, string?][] = [
  ['TRANSACTIONS', 'SYNC_UPDATES_AVAILABLE'],
  ['TRANSACTIONS', 'RECURRING_TRANSACTIONS_UPDATE'],
  ['ITEM', 'ERROR', '/items/break'],
  ['ITEM', 'LOGIN_REPAIRED'],
  ['ITEM', 'PENDING_EXPIRATION'],
  ['ITEM', 'PENDING_DISCONNECT'],
  ['ITEM', 'NEW_ACCOUNTS_AVAILABLE'],
  ['ITEM', 'USER_PERMISSION_REVOKED', '/items/revoke'],
  ['ITEM', 'ORPHAN'],
];

export async function workOff(): Promise<void> {
  const until = Date.now() + 60_000;
  await drainWebhooks(until);
  await drainJobs({ until });
}

export function webhook(plaidItemId: string, type: string, code: string) {
  const error = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' };
  const body = { webhook_type: type, webhook_code: code, item_id: plaidItemId, error };
  return { key: `${type} ${code}`, type, code, plaidItemId, body };
}

/** An inbox that was worked off: news, and trouble that is over by now. */
async function workedOff({ update, plaidItemId }: Moments): Promise<Moment> {
  const copy = await update.restore();
  connect(copy);
  await saveWebhooks([
    webhook(plaidItemId, 'ITEM', 'ERROR'),
    webhook(plaidItemId, 'ITEM', 'LOGIN_REPAIRED'),
    webhook(plaidItemId, 'TRANSACTIONS', 'SYNC_UPDATES_AVAILABLE'),
    webhook('nobody', 'TRANSACTIONS', 'SYNC_UPDATES_AVAILABLE'),
  ]);
  await workOff();
  return saveMoment(copy);
}
