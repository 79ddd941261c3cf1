import { describe, expect, test } from 'vitest';
import { findFirstBalanceDay, listBalancesOn, listStandings } from '@/db/queries/balances';
import { day } from '@/lib/core/day';
import { anAccount, anItem, aPerson } from '../../support/factories';
import { aBalance } from '../../support/wealth-factories';

const span = (first: string, last: string, step = 1) => ({ first: day(first), last: day(last), step });

describe('balances on days', () => {
  test('hold the last known one and say that it is held', async () => {
    const ann = await aPerson();
    await aBalance(ann, '2026-03-02', 100_00, true);
    await aBalance(ann, '2026-03-04', 150_00);
    const rows = await listBalancesOn(ann.userId, span('2026-03-01', '2026-03-05'));
    expect(rows.map(({ day, balance, isEstimated }) => [day, balance, isEstimated])).toEqual([
      ['2026-03-02', 100_00, true],
      ['2026-03-03', 100_00, true],
      ['2026-03-04', 150_00, false],
      ['2026-03-05', 150_00, true],
    ]);
    expect(await findFirstBalanceDay(ann.userId)).toBe('2026-03-02');
  });

  test('are sampled back from the last day', async () => {
    const ann = await aPerson();
    await aBalance(ann, '2026-03-01', 100_00);
    const rows = await listBalancesOn(ann.userId, span('2026-03-01', '2026-03-08', 3));
    expect(rows.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-05', '2026-03-08']);
  });

  test('end on the day an account was closed, and today leaves it out', async () => {
    const ann = await aPerson();
    const accountId = await anAccount(ann, { closedAt: new Date('2026-03-03T12:00:00Z') });
    await aBalance({ ...ann, accountId }, '2026-03-01', 40_00);
    const rows = await listBalancesOn(ann.userId, span('2026-03-01', '2026-03-05'));
    expect(rows.map(({ day }) => day)).toEqual(['2026-03-01', '2026-03-02']);
    expect((await listStandings(ann.userId)).map(({ id }) => id)).toEqual([ann.accountId]);
  });

  test('leave out hidden accounts, connections that are being removed, and everyone else', async () => {
    const ann = await aPerson();
    const bob = await aPerson();
    const ending = await anItem(ann.userId, { state: 'ending' });
    const hidden = await anAccount(ann, { isHidden: true });
    const gone = await anAccount({ userId: ann.userId, itemId: ending });
    for (const accountId of [hidden, gone]) await aBalance({ ...ann, accountId }, '2026-03-01', 1);
    await aBalance(bob, '2026-03-01', 1);
    expect(await listBalancesOn(ann.userId, span('2026-03-01', '2026-03-02'))).toEqual([]);
    expect(await findFirstBalanceDay(ann.userId)).toBeNull();
    expect((await listStandings(ann.userId)).map(({ id }) => id)).toEqual([ann.accountId]);
  });
});
