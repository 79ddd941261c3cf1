import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { type NewWebhook, saveWebhooks } from '@/db/queries/webhooks';

type Arrived = { webhook: NewWebhook; settle: (isNew: boolean) => void; fail: (error: unknown) => void };

const MOST_AT_ONCE = 200;
/** What comes while one save is under way waits this long for company; one that comes alone is saved at once. */
const GATHER_MS = 20;

let waiting: Arrived[] = [];
let isSaving = false;

/**
 * Puts a webhook into the inbox; true when it is new, false for an exact replay. Durable when this returns.
 * Those that arrive while others are being saved go together, so that a storm is a few statements (R11).
 */
export function receiveWebhook(webhook: NewWebhook): Promise<boolean> {
  const saved = new Promise<boolean>((settle, fail) => waiting.push({ webhook, settle, fail }));
  if (!isSaving) void saveAll();
  return saved;
}

async function saveAll(): Promise<void> {
  isSaving = true;
  while (waiting.length > 0) {
    const together = waiting.slice(0, MOST_AT_ONCE);
    waiting = waiting.slice(MOST_AT_ONCE);
    await save(together);
    await sleep(GATHER_MS);
  }
  isSaving = false;
}

async function save(together: readonly Arrived[]): Promise<void> {
  try {
    const fresh = new Set(await saveWebhooks(together.map(({ webhook }) => webhook)));
    // The same one twice in one go is new once.
    for (const { webhook, settle } of together) settle(fresh.delete(webhook.key));
  } catch (error) {
    // One that the database refuses must not take the others along.
    if (together.length === 1) together[0]?.fail(error);
    else for (const one of together) await save([one]);
  }
}
