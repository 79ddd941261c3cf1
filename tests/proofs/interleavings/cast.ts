/** Who is at work in a schedule, and what each of them does. */
import { and, eq, sql } from 'drizzle-orm';
import { asSystem } from '@/db/client';
import { raiseWant } from '@/db/queries/sync/jobs';
import { updateTransaction } from '@/db/queries/transactions';
import { syncJobs } from '@/db/schema';
import { AppError } from '@/lib/core/errors';
import { removeItem } from '@/lib/sync/remove-item';
import { currentProcess, type End } from '../../simulation/gate';
import { type Bed, run } from './bed';
import type { Change, Edit, RunKind, Schedule } from './schedule';

export type Part = {
  name: string;
  work: () => Promise<unknown>;
  /** Whether it may be told that what it is about is not there any more. */
  mayMiss: () => boolean;
};

export function cast(bed: Bed, of: Schedule, rowIds: ReadonlyMap<string, string>): Part[] {
  const never = () => false;
  return [
    ...of.runs.map((kind, nth) => ({
      name: `${kind} ${nth + 1}`,
      work: () => comeToRun(bed, kind),
      mayMiss: never,
    })),
    ...of.edits.map((one, nth) => anEdit(bed, one, `edit ${nth + 1}`, rowIds)),
    ...of.changes.map((change, nth) => ({
      name: `${change.what} ${nth + 1}`,
      work: () => happen(bed, change),
      mayMiss: never,
    })),
    ...(of.isRemoved
      ? [{ name: 'removal', work: () => removeItem(bed.userId, bed.itemId), mayMiss: never }]
      : []),
  ];
}

/** How often a run asks for a lease that another one holds, before it leaves it at that. */
const ASKS = 3;

async function comeToRun(bed: Bed, kind: RunKind): Promise<string> {
  if (kind === 'take-over') await expireLease(bed);
  for (let asked = 1; ; asked++) {
    const end = await run(bed);
    if (end !== 'busy' || asked === ASKS) return end;
  }
}

/** As when the process that holds the lease seems to be gone, and is not. */
async function expireLease({ userId, itemId }: Bed): Promise<void> {
  const isMine = and(eq(syncJobs.userId, userId), eq(syncJobs.itemId, itemId));
  const over = sql`case when lease_until is not null then now() - interval '1 second' end`;
  await asSystem((tx) => tx.update(syncJobs).set({ leaseUntil: over }).where(isMine));
}

/** On one of the rows that were there in the beginning; it counts once it was taken. */
function anEdit(bed: Bed, { field, nth }: Edit, name: string, rowIds: ReadonlyMap<string, string>): Part {
  const [plaidId, id] = [...rowIds][nth % rowIds.size] ?? ['', ''];
  const category = nth % 2 === 0 ? 'gifts' : 'travel';
  const value = field === 'category' ? category : `by ${name}`;
  const columns = { category: 'userCategoryId', note: 'note', merchant: 'userMerchantName' } as const;
  const { item } = bed.bank;
  return {
    name,
    work: async () => {
      await updateTransaction(bed.userId, id, { [columns[field]]: value });
      bed.overlays.edited(plaidId, field, value);
    },
    mayMiss: () => item.isRemoved || !item.live().some((row) => row.id === plaidId),
  };
}

/** The bank changes, and sooner or later its webhook is taken: nobody else says that there is something (S9). */
async function happen(bed: Bed, change: Change): Promise<void> {
  const process = currentProcess();
  await process?.doing(async () => {
    await process.at({ kind: 'call', name: 'at the bank' });
    bed.bank.change(change);
  });
  await raiseWant(bed.userId, bed.itemId, 'webhook');
}

export function failureOf({ name, mayMiss }: Part, end: End | undefined): string[] {
  if (!end || end.end === 'done') return [];
  const error = end.end === 'failed' ? end.error : null;
  if (error instanceof AppError && error.code === 'not-found' && mayMiss()) return [];
  return [`${name} ${end.end}: ${error instanceof Error ? error.message : String(error)}`];
}
