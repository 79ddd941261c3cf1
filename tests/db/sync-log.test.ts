import { describe, expect, it } from 'vitest';
import { asSystem } from '@/db/client';
import { listRuns } from '@/db/queries/sync-log';
import { syncRuns } from '@/db/schema';
import { anItem, aUser } from '../support/factories';

/** Seven looks, a minute apart, of which the third and the sixth had a problem; two began at the same moment. */
async function aLog() {
  const userId = await aUser();
  const itemId = await anItem(userId);
  const of = (fence: number) => ({
    userId,
    itemId,
    fence,
    trigger: 'cron',
    outcome: 'done' as const,
    problems: fence % 3 === 0 ? { liabilities: 'INTERNAL_SERVER_ERROR' } : {},
    startedAt: new Date(Date.UTC(2026, 2, 1, 0, fence === 5 ? 4 : fence)),
  });
  await asSystem((tx) => tx.insert(syncRuns).values([1, 2, 3, 4, 5, 6, 7].map(of)));
  const read = (of: Partial<Parameters<typeof listRuns>[2]>) =>
    listRuns(userId, itemId, { before: null, onlyProblems: false, limit: 3, ...of });
  return { userId, itemId, read };
}

describe('the log of a connection', () => {
  it('is newest first, and walks its pages without loss', async () => {
    const { read } = await aLog();
    const seen: number[] = [];
    let before: string | null = null;
    for (let page = 0; page < 3; page++) {
      const { runs, hasOlder } = await read({ before });
      seen.push(...runs.map(({ fence }) => fence));
      before = runs.at(-1)?.id ?? null;
      expect(hasOlder).toBe(page < 2);
    }
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(seen.slice(0, 2)).toEqual([7, 6]);
    expect(seen.slice(-3)).toEqual([3, 2, 1]);
  });

  it('shows those with problems alone', async () => {
    const { read } = await aLog();
    const { runs, hasOlder } = await read({ onlyProblems: true });
    expect(runs.map(({ fence }) => fence)).toEqual([6, 3]);
    expect(hasOlder).toBe(false);
  });

  it('begins after no run that is not there', async () => {
    const { read } = await aLog();
    const other = await aLog();
    const [theirs] = (await other.read({})).runs;
    expect((await read({ before: theirs?.id ?? null })).runs).toEqual([]);
  });
});
