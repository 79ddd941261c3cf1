import 'server-only';
import { reopenWebhooks } from '@/db/queries/webhooks';

/**
 * An operator's way to have stored webhooks worked off again, as after a fault in their handling. They go back
 * to the inbox, and whoever drains it next takes them: harmless, since a webhook only makes us look, and what
 * it shows counts as of when it came (WHK-4). `since` is a day or an instant; `item` our id of a connection or
 * Plaid's. Answers how many wait again; throws a sentence for the operator where `since` cannot be read.
 */
export async function replayWebhooks({ since, item }: { since: string; item?: string }): Promise<number> {
  const instant = new Date(since);
  if (Number.isNaN(instant.getTime())) {
    throw new Error(`--since "${since}" is no day (2026-03-14) and no instant (2026-03-14T09:30:00Z).`);
  }
  return reopenWebhooks({ since: instant, ...(item === undefined ? {} : { item }) });
}
