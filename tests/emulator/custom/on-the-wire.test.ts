import { readFileSync } from 'node:fs';
import { Products } from 'plaid';
import { expect, it } from 'vitest';
import { anEmulator, plaidClientFor, steer } from '../../support/emulator-client';
import { linkedItem } from '../../support/linked-item';
import { readAll } from '../../support/read-all';

const NOON = Date.parse('2026-09-10T12:00:00Z');

async function linkedCustomUser(name: string, products: Products[]) {
  const emulator = anEmulator({ realTime: () => NOON });
  const plaid = plaidClientFor(emulator);
  const password = readFileSync(new URL(`../../fixtures/custom-users/${name}.json`, import.meta.url), 'utf8');
  const { accessToken } = await linkedItem(plaid, { username: 'user_custom', password, products });
  return { emulator, plaid, accessToken, file: JSON.parse(password) };
}

it("serves a custom user's rows as the file holds them, and posts the pending ones on their day", async () => {
  const { emulator, plaid, accessToken, file } = await linkedCustomUser('everyday', [Products.Transactions]);
  const written = file.override_accounts[0].transactions;
  const told = async () => {
    const rows = [...(await readAll(plaid, accessToken)).rows.values()].filter(
      ({ iso_currency_code }) => iso_currency_code === 'USD',
    );
    return rows
      .map(({ date, authorized_date, amount, name, pending }) => [
        date,
        authorized_date,
        amount,
        name,
        pending,
      ])
      .sort();
  };
  const rowsOn = (today: string) =>
    written
      .map((row: Record<string, string>) => {
        const pending = (row['date_posted'] ?? '') > today;
        const date = pending ? row['date_transacted'] : row['date_posted'];
        return [date, row['date_transacted'], row['amount'], row['description'], pending];
      })
      .sort();
  expect(await told()).toEqual(rowsOn('2026-09-10'));
  await steer(emulator, '/clock/advance', { days: 5 });
  expect(await told()).toEqual(rowsOn('2026-09-15'));
});

it("serves a custom user's debts and holdings", async () => {
  const debts = await linkedCustomUser('debts', [Products.Liabilities]);
  const { data } = await debts.plaid.liabilitiesGet({ access_token: debts.accessToken });
  expect(data.liabilities.credit?.map(({ minimum_payment_amount }) => minimum_payment_amount)).toContain(35);
  expect(data.liabilities.student?.map(({ loan_name }) => loan_name)).toEqual(['Study Loan']);
  const investments = await linkedCustomUser('investments', [Products.Investments]);
  const { data: held } = await investments.plaid.investmentsHoldingsGet({
    access_token: investments.accessToken,
  });
  expect(held.holdings.length).toBe(5);
});

it('keeps balances and rows of the demo household together while life goes on', async () => {
  const emulator = anEmulator({ realTime: () => NOON });
  const plaid = plaidClientFor(emulator);
  const { accessToken: access_token } = await linkedItem(plaid, {
    username: 'demo_household',
    password: 'pass_good',
    days: 730,
  });
  let read = await readAll(plaid, access_token);
  const standing = async () => {
    read = await readAll(plaid, access_token, read);
    const { data } = await plaid.accountsGet({ access_token });
    return data.accounts
      .filter(({ type }) => type === 'depository' || type === 'credit')
      .map((account) => {
        const posted = [...read.rows.values()].filter(
          (row) => row.account_id === account.account_id && !row.pending,
        );
        const sum = posted.reduce((total, { amount }) => total + Math.round(amount * 100), 0);
        const current = Math.round((account.balances.current ?? 0) * 100);
        return account.type === 'credit' ? current - sum : current + sum;
      });
  };
  const opened = await standing();
  for (let step = 0; step < 12; step += 1) {
    await steer(emulator, '/clock/advance', { days: 5 });
    expect(await standing()).toEqual(opened);
  }
  expect(read.rows.size).toBeGreaterThan(2000);
});
