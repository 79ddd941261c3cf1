/** What a bank may send by mistake costs what is odd about it, and nothing else (GEN-7). */
import { expect, test } from 'vitest';
import { addDays } from '@/lib/core/day';
import { bankToday } from '../support/bank-day';
import { aCustomUser } from '../support/custom-user';
import { listHoldings } from '@/db/queries/investments';
import { aLink, bankRows, drain, engineOn } from '../support/engine';
import { anAccount, DOLLARS, linkScripted } from '../support/scripted-bank';
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

test('a position beyond exact counting keeps no other position from arriving', async () => {
  const account = anAccount('broker', { type: 'investment', subtype: 'brokerage' });
  const ids = ['all the money', 'fund'];
  const { userId } = await linkScripted({
    '/accounts/get': { accounts: [account] },
    '/investments/holdings/get': {
      accounts: [account],
      securities: ids.map((id) => ({ security_id: id, name: id, type: 'equity', ...DOLLARS })),
      holdings: ids.map((id) => ({
        account_id: 'broker',
        security_id: id,
        quantity: 1,
        institution_price: 5,
        institution_value: id === 'fund' ? 5 : 1e15,
        cost_basis: null,
        ...DOLLARS,
      })),
    },
  });
  expect(await listHoldings(userId)).toMatchObject([{ name: 'fund', value: 5_00 }]);
});
