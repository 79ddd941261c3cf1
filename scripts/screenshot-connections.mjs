/** Connections in every state that they can be in: what leads there, and where it is shown. */
import { go } from './screenshot-bank.mjs';
import { row } from './screenshot-strain.mjs';

const PLATYPUS = 'ins_109508';
const GINGHAM = 'ins_109509';
const TATTERSALL = 'ins_109510';
const TARTAN = 'ins_109511';
const HOUNDSTOOTH = 'ins_109512';

const small = bankFile({
  Checking: { mask: '1234', rows: [row(3, 12.5, 'Corner Shop'), row(9, 40, 'Le Bistro')] },
});

const two = bankFile({
  Checking: { mask: '1234', rows: [row(3, 12.5, 'Corner Shop')] },
  Saving: { mask: '5678', rows: [row(20, -250, 'Interest')] },
});

/** What ails the connection as a whole. */
export async function connectTroubled(bank) {
  await bank.connect(PLATYPUS, small);
  await bank.steer('/items/revoke', PLATYPUS);
  await bank.connect(GINGHAM, small);
  await bank.steer('/items/expire-consent', GINGHAM, { in_days: 5 });
  await bank.connect(TATTERSALL, small);
  const meta = { name: 'Rainy day', mask: '0042' };
  const account = { type: 'depository', subtype: 'savings', starting_balance: 50, meta };
  await bank.steer('/items/add-account', TATTERSALL, { account });
  await bank.connect(TARTAN, small);
  await bank.steer('/items/break', TARTAN);
  await bank.connect(HOUNDSTOOTH);
  await bank.refuse(HOUNDSTOOTH, '/accounts/get', 'INSTITUTION_DOWN', 99);
}

/** What ails a part of it, or nobody in particular. */
export async function connectLimited(bank) {
  await bank.connect(PLATYPUS, small);
  await bank.connect(GINGHAM);
  await bank.refuse(GINGHAM, '/liabilities/get', 'ADDITIONAL_CONSENT_REQUIRED');
  await bank.connect(TATTERSALL);
  await bank.connect(HOUNDSTOOTH, two);
  await bank.withdraw(HOUNDSTOOTH, 'Saving', two);
  await bank.connect(TARTAN, small);
  await bank.refuse(TATTERSALL, '/transactions/sync', 'TRANSACTIONS_SYNC_LIMIT', 99);
  await bank.store((sql) => [
    sql`update items set bank_reached_at = now() - interval '3 days' where plaid_institution_id = ${TARTAN}`,
    sql`update item_products set bank_reached_at = now() - interval '3 days' where item_id in
      (select id from items where plaid_institution_id = ${TARTAN})`,
  ]);
}

/** A bank that was connected again and waits to take its former place, with a balance that nothing explains. */
export async function connectReplacing(bank) {
  const coffee = row(6, 12.4, 'Coffee House');
  const checking = { mask: '1234', rows: [row(400, 80, 'Old Books'), coffee, coffee] };
  const former = await bank.connect(
    PLATYPUS,
    bankFile({ Checking: checking, Saving: { mask: '5678', rows: [] } }),
  );
  await bank.store((sql) => [unexplained(sql, former)]);
  await bank.connect(PLATYPUS, bankFile({ Checking: { mask: '1234', rows: [coffee, coffee] } }), former);
}

/** For a week the bank's balance has been $12.40 lower than its rows say. */
function unexplained(sql, itemId) {
  return sql`
    insert into account_balances (user_id, account_id, day, balance, currency, is_estimated, booked, pending)
    select a.user_id, a.id, current_date - n, a.balance, a.currency, false,
      a.balance - 100000 + case when n <= 6 then 1240 else 0 end, 0
    from accounts a, generate_series(1, 14) n where a.item_id = ${itemId} and a.name = 'Checking'
    on conflict (user_id, account_id, day) do update
      set balance = excluded.balance, is_estimated = false, booked = excluded.booked, pending = 0`;
}

/** A custom user's file: checking accounts by name. */
function bankFile(named) {
  const override_accounts = Object.entries(named).map(([name, { mask, rows }]) => ({
    type: 'depository',
    subtype: 'checking',
    starting_balance: 1000,
    meta: { name, mask },
    transactions: rows,
  }));
  return JSON.stringify({ override_accounts });
}

export const troubled = {
  'connection-ended': (page) => open(page, 'First Platypus Bank'),
  'connection-ends-soon': (page) => open(page, 'First Gingham Credit Union'),
  'connection-new-accounts': (page) => open(page, 'Tattersall Federal Credit Union'),
  'connection-needs-you': (page) => open(page, 'Tartan Bank'),
  'connection-bank-down': (page) => open(page, 'Houndstooth Bank'),
};

export const limited = {
  'connection-not-here': (page) => open(page, 'First Platypus Bank'),
  'connection-not-allowed': (page) => open(page, 'First Gingham Credit Union'),
  'connection-asked-often': (page) => open(page, 'Tattersall Federal Credit Union'),
  'connection-late': (page) => open(page, 'Tartan Bank'),
  'connection-withdrawn': (page) => open(page, 'Houndstooth Bank'),
  'connection-log': async (page) => {
    await open(page, 'Tattersall Federal Credit Union');
    await go(page, await page.getByRole('link', { name: 'The whole log' }).getAttribute('href'));
    await page.getByText('Details for support').locator('visible=true').first().click();
  },
  'connection-remove': async (page) => {
    await open(page, 'Houndstooth Bank');
    await page.getByRole('button', { name: 'Remove this connection' }).click();
  },
};

export const replacing = {
  'connection-waiting': (page) => open(page, 'First Platypus Bank', -1),
  'replace-preview': async (page) => {
    await go(page, '/settings/connections');
    await go(page, await page.getByRole('link', { name: 'See what would move' }).getAttribute('href'));
  },
  'account-unexplained': async (page) => {
    await go(page, '/accounts');
    await go(page, await page.locator('main a:has-text("Checking")').first().getAttribute('href'));
    await page.getByText('unexplained since').click();
  },
  'transaction-origin': async (page) => {
    await go(page, '/transactions');
    await go(page, await page.locator('a[href*="open="]').first().getAttribute('href'));
    await page.getByText('Where this comes from').click();
  },
};

async function open(page, bank, which = 0) {
  await go(page, '/settings/connections');
  await go(page, await page.locator(`main li:has-text("${bank}") a`).nth(which).getAttribute('href'));
}
