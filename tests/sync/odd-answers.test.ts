/** What a bank may send by mistake costs what is odd about it, and nothing else (GEN-7). */
import { expect, test } from 'vitest';
import { addDays } from '@/lib/core/day';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { aLink, bankRows, drain, engineOn } from '../support/engine';
import { aUser } from '../support/factories';

const today = bankToday();

async function rowsOf(rows: { amount: number; description: string }[]) {
  engineOn();
  const ann = await aUser();
  const password = aCustomUser(rows.map((row) => ({ transacted: addDays(today, -3), ...row })));
  await aLink(ann, { username: 'user_custom', password });
  await drain();
  return bankRows(ann);
}

test('letters that no database takes are left out of a name', async () => {
  const rows = await rowsOf([{ amount: 5, description: 'Shop \u0000of \ud800 odd letters 🙂' }]);
  expect(rows).toMatchObject([{ bank_name: 'Shop of \ufffd odd letters 🙂', amount: '-500' }]);
});

test('an amount beyond exact counting keeps no other row from arriving', async () => {
  const rows = await rowsOf([
    { amount: 1e15, description: 'All the money' },
    { amount: 12.5, description: 'Corner Shop' },
  ]);
  expect(rows).toMatchObject([{ bank_name: 'Corner Shop', amount: '-1250' }]);
});
