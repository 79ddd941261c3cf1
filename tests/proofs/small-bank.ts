/** One person with one small bank of every kind of account, at moments that are worth failing in. */
import { asSystem } from '@/db/client';
import { updateTransaction } from '@/db/queries/transactions';
import type { UserId, ItemId } from '@/lib/core/id';
import { addDays } from '@/lib/core/day';
import { webhookUrl } from '@/lib/plaid/link';
import { requestSync } from '@/lib/sync/request-sync';
import { sql } from 'drizzle-orm';
import { Products } from 'plaid';
import { bankToday } from '../support/bank-day';
import { aLink, aPublicToken, bankRows, drain, type Offer, pull } from '../support/engine';
import { aUser } from '../support/factories';
import { type Bank, type Moment, openBank, saveMoment } from './moment';
import { connect } from './wire';

const today = bankToday();

const spending = (days: number, amount: number, description: string) => ({
  date_transacted: addDays(today, -days),
  date_posted: addDays(today, -days),
  amount,
  description,
  currency: 'USD',
});

const fund = { ticker_symbol: 'VFUND', name: 'Village Fund', currency: 'USD' };

const trade = (days: number, quantity: number) => ({
  date: addDays(today, -days),
  name: 'Village Fund',
  type: quantity > 0 ? 'buy' : 'sell',
  quantity,
  price: 10,
  fees: 0,
  currency: 'USD',
  security: fund,
});

/** A log-in with one account alone: few calls, for flows that are about rows. */
export const PLAIN: Offer = {
  username: 'user_custom',
  products: [Products.Transactions],
  password: JSON.stringify({
    override_accounts: [
      {
        type: 'depository',
        subtype: 'checking',
        starting_balance: 1000,
        transactions: [
          spending(40, 12.5, 'Corner Shop'),
          spending(33, 31.07, 'Green Grocer'),
          spending(20, 8, 'Coffee Bar'),
          spending(12, 45.99, 'Book Shop'),
          spending(3, 64.2, 'Fuel Stop'),
        ],
      },
    ],
  }),
};

/** A log-in with every kind of account: five rows, a card with terms, holdings and five trades. */
export const FULL: Offer = {
  username: 'user_custom',
  products: [Products.Transactions, Products.Liabilities, Products.Investments, Products.Identity],
  password: JSON.stringify({
    override_accounts: [
      {
        type: 'depository',
        subtype: 'checking',
        starting_balance: 1000,
        transactions: [
          spending(40, 12.5, 'Corner Shop'),
          spending(33, 31.07, 'Green Grocer'),
          spending(20, 8, 'Coffee Bar'),
          spending(3, 64.2, 'Fuel Stop'),
        ],
      },
      {
        type: 'credit',
        subtype: 'credit card',
        starting_balance: 200,
        transactions: [spending(12, 45.99, 'Book Shop')],
        liability: { type: 'credit', purchase_apr: 19.9, is_overdue: false, minimum_payment_amount: 25 },
      },
      {
        type: 'investment',
        subtype: 'brokerage',
        starting_balance: 500,
        holdings: [{ institution_price: 10, quantity: 20, currency: 'USD', security: fund }],
        investment_transactions: [trade(90, 10), trade(60, 5), trade(45, 10), trade(30, -10), trade(9, 5)],
      },
    ],
  }),
};

export type Household = { readonly userId: UserId; readonly itemId: ItemId; readonly plaidItemId: string };

/** What the bank has is the same in each of them; how much of it is stored differs. */
export type Moments = Household & {
  /** Linked, and nothing read yet. */
  readonly first: Moment;
  /** All read, and three pages of news waiting: rows added, changed, posted and removed. */
  readonly update: Moment;
  /** The same, while everything is read anew because the cursor was refused. */
  readonly rebuild: Moment;
  /** Nobody linked yet; `publicToken` waits to be handed in. */
  readonly unlinked: Moment;
  readonly publicToken: string;
};

export async function smallBank(seed: string, given: Offer = FULL): Promise<Moments> {
  const bank = openBank(seed);
  connect(bank);
  // Linked under the address of today, so that none of its errands moves it; what is sent there is another proof's.
  await pull(bank.emulator, '/webhooks/mode', { mode: 'lose' });
  const offer: Offer = { ...given, webhook: webhookUrl() ?? '' };
  const userId = await aUser();
  const publicToken = await aPublicToken(offer);
  const unlinked = await saveMoment(bank);
  const { itemId, plaidItemId } = await aLink(userId, offer);
  const first = await saveMoment(bank);
  await drain();
  await makeNews(bank, { userId, itemId, plaidItemId });
  await requestSync(userId, itemId);
  const update = await saveMoment(bank);
  await asSystem((tx) => tx.execute(sql`update items set is_rebuilding = true, epoch = epoch + 1`));
  const rebuild = await saveMoment(bank);
  return { userId, itemId, plaidItemId, unlinked, publicToken, first, update, rebuild };
}

/** Something of every kind that an update can bring, with edits of the person on what is about to change. */
async function makeNews({ emulator }: Bank, { userId, itemId, plaidItemId }: Household): Promise<void> {
  const rows = await asSystem((tx) =>
    tx.execute<{ id: string; bank_name: string; account: string }>(sql`
      select t.plaid_transaction_id as id, t.bank_name, a.plaid_account_id as account
      from transactions t join accounts a on a.user_id = t.user_id and a.id = t.account_id`),
  );
  const called = (name: string) => rows.find(({ bank_name }) => bank_name === name);
  const account_id = called('Corner Shop')?.account;
  const steer = (path: string, body: object) => pull(emulator, path, { item_id: plaidItemId, ...body });
  await steer('/transactions/add', { account_id, amount: 20, name: 'Bistro', pending: true });
  await requestSync(userId, itemId);
  await drain();
  const edited = await asSystem((tx) =>
    tx.execute<{ id: string }>(sql`select id from transactions where bank_name in ('Bistro', 'Corner Shop')`),
  );
  for (const { id } of edited) {
    await updateTransaction(userId, id, { userCategoryId: 'gifts', note: 'for Bob' });
  }
  const pending = await asSystem((tx) =>
    tx.execute<{ id: string }>(sql`select plaid_transaction_id as id from transactions where is_pending`),
  );
  await steer('/transactions/post', { transaction_id: pending[0]?.id, amount: 23, name: 'Bistro Paris' });
  await steer('/transactions/modify', { transaction_id: called('Corner Shop')?.id, amount: 13.75 });
  await steer('/transactions/remove', { transaction_id: called('Coffee Bar')?.id });
  await steer('/transactions/add', { account_id, amount: 5, name: 'Bakery' });
  await steer('/transactions/add', { account_id, amount: 7, name: 'Cinema' });
  await asSystem((tx) => tx.execute(sql`update institutions set fetched_at = now() - interval '30 days'`));
  if ((await bankRows(userId)).length !== 6) throw new Error('The small bank is not as it is meant to be.');
}
