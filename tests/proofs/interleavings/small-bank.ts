/** One Item of a few rows in an emulator in process; every person of the proof is linked to it, and it goes on. */
import { Products } from 'plaid';
import { addDays } from '@/lib/core/day';
import { useGatedPlaid } from '../../simulation/gated-plaid';
import { bankToday } from '../../support/bank-day';
import { aCustomUser } from '../../support/custom-user';
import { anEmulator, EMULATOR_URL, plaidClientFor, steer } from '../../support/emulator-client';

/** Rows to a page, so that a few rows are several pages. */
const PAGE = 2;
const HEADERS = { 'PLAID-CLIENT-ID': 'emulator', 'PLAID-SECRET': 'emulator' };

export type SmallBank = {
  readonly accessToken: string;
  /** A row comes, and the one that came before it goes. */
  change(): Promise<void>;
  /** What it has now, one line per row as ours are written: id, and minor units in our sign. */
  lines(): Promise<string[]>;
};

/** From here on the app's client is answered by this bank; it takes no removal, since others live off it. */
export async function openSmallBank(): Promise<SmallBank> {
  const emulator = anEmulator();
  const plaid = plaidClientFor(emulator);
  const today = bankToday();
  const rows = ['Kept Shop', 'Green Grocer', 'Coffee Bar'].map((description, index) => ({
    transacted: addDays(today, -3 - index),
    amount: 10 + index / 4,
    description,
  }));
  const made = await plaid.sandboxPublicTokenCreate({
    institution_id: 'ins_109508',
    initial_products: [Products.Transactions],
    options: { override_username: 'user_custom', override_password: aCustomUser(rows) },
  });
  const exchanged = await plaid.itemPublicTokenExchange({ public_token: made.data.public_token });
  const { access_token, item_id } = exchanged.data;
  const { data } = await plaid.accountsGet({ access_token });
  const account_id = data.accounts[0]?.account_id;
  useGatedPlaid(async ({ path, body }) => {
    if (path === '/item/remove') return { status: 200, body: JSON.stringify({ request_id: 'removed' }) };
    const asked = 'count' in body ? { ...body, count: PAGE } : body;
    const init = { method: 'POST', headers: HEADERS, body: JSON.stringify(asked) };
    const answer = await emulator.handle(new Request(`${EMULATOR_URL}${path}`, init));
    return { status: answer.status, body: await answer.text() };
  });
  let last: string | null = null;
  let count = 0;
  return {
    accessToken: access_token,
    async change() {
      count += 1;
      const row = { item_id, account_id, amount: count / 4, name: `Later ${count}` };
      const added = (await steer(emulator, '/transactions/add', row)) as { transaction_ids: string[] };
      if (last) await steer(emulator, '/transactions/remove', { item_id, transaction_id: last });
      last = added.transaction_ids[0] ?? null;
    },
    async lines() {
      const { data } = await plaid.transactionsSync({ access_token, count: 500 });
      return data.added
        .map(({ transaction_id, amount }) => `${transaction_id} ${Math.round(-amount * 100)}`)
        .sort();
    },
  };
}
