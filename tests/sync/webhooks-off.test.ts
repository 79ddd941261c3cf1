import { expect, test } from 'vitest';
import { GET as cron } from '@/app/api/cron/sync/route';
import { addDays } from '@/lib/core/day';
import { env } from '@/lib/env';
import { chanceOf } from '../proofs/sixty-days/chance';
import { differences } from '../proofs/sixty-days/compare';
import { moveRows } from '../proofs/sixty-days/trouble';
import type { Linked } from '../proofs/sixty-days/world';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { aLink, drain, drift, engineOn, pull } from '../support/engine';
import { aUser } from '../support/factories';

const today = bankToday();
const ofShop = (name: string) => ({
  username: 'user_custom',
  password: aCustomUser(
    Array.from({ length: 12 }, (_, index) => ({
      transacted: addDays(today, index - 12),
      amount: 10 + index,
      description: `${name} ${index}`,
    })),
  ),
});

test('check 6: with webhooks switched off, one call of the schedule brings every bank of every person up to date', {
  timeout: 180_000,
}, async () => {
  const emulator = engineOn();
  await pull(emulator, '/webhooks/mode', { mode: 'lose' });
  const [ann, bob] = [await aUser(), await aUser()];
  const links: Linked[] = [
    { userId: ann, ...(await aLink(ann, ofShop('Bakery'))) },
    { userId: ann, ...(await aLink(ann, { username: 'user_student', institutionId: 'ins_109511' })) },
    { userId: bob, ...(await aLink(bob, ofShop('Butcher'))) },
  ];
  await drain();
  const bank = { emulator, links };
  expect(await differences(bank)).toEqual([]);
  for (let change = 1; change <= 2; change++) await moveRows(bank, change, chanceOf(change));
  expect((await differences(bank)).length).toBeGreaterThan(4);
  const authorization = `Bearer ${env().CRON_SECRET}`;
  const answer = await cron(
    new Request('http://localhost:3000/api/cron/sync', { headers: { authorization } }),
  );
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ webhooks: 0, raised: 3, runs: 3 });
  expect(await differences(bank)).toEqual([]);
  expect(await drift()).toEqual([]);
});
