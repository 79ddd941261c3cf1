import 'server-only';
import type { UserId } from '@/lib/core/id';
import { raiseOld } from '@/db/queries/sync/jobs';
import { drainJobs, workUntil } from './drain-jobs';

/** Plaid itself looks at a bank about that often (TXN-27). */
const HOURS = 6;

/** The person is here: what was not looked at for long is looked at now, whoever else forgot to (TXN-26). */
export async function syncForVisit(userId: UserId): Promise<void> {
  if ((await raiseOld(userId, HOURS)) > 0) await drainJobs({ until: workUntil() });
}
