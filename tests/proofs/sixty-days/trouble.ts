/** What goes wrong, and what banks do on their own, on a day: drawn from a seed. */
import { pull } from '../../support/engine';
import type { Chance } from './chance';
import { liveRows } from './compare';
import { accountsOf, type Linked, type World } from './world';

const ENDPOINTS = [
  '/accounts/get',
  '/transactions/sync',
  '/transactions/recurring/get',
  '/liabilities/get',
  '/investments/holdings/get',
  '/investments/transactions/get',
  '/identity/get',
  '/item/get',
];

const FAULTS: readonly object[] = [
  { error_code: 'INTERNAL_SERVER_ERROR' },
  { error_code: 'RATE_LIMIT' },
  { error_code: 'INSTITUTION_DOWN' },
  { error_code: 'PLANNED_MAINTENANCE' },
  { error_code: 'PRODUCT_NOT_READY' },
  { body: 'html' },
  { body: 'cut' },
  { body: 'empty' },
  { body: 'drop' },
];

const MODES = ['send', 'lose', 'duplicate', 'hold'];

/** Log-ins that the bank refuses now, with the day on which the person mends each. */
export type Broken = Map<Linked, number>;

export async function plantTrouble(world: World, broken: Broken, day: number, chance: Chance): Promise<void> {
  const { emulator, links } = world;
  await pull(emulator, '/webhooks/mode', { mode: chance.pick(MODES) });
  while (chance.happens(0.6)) {
    const endpoint = chance.pick(ENDPOINTS);
    await pull(emulator, '/faults/add', { endpoint, count: 1 + chance.below(3), ...chance.pick(FAULTS) });
  }
  if (chance.happens(0.3)) {
    const error_code = 'TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION';
    await pull(emulator, '/faults/add', {
      endpoint: '/transactions/sync',
      count: 1 + chance.below(5),
      error_code,
    });
  }
  const link = chance.happens(0.1) ? chance.pick(links) : undefined;
  if (link && !broken.has(link)) {
    await pull(emulator, '/items/break', { item_id: link.plaidItemId });
    broken.set(link, day + 1 + chance.below(4));
  }
}

/** Rows that come, change, post and go beside those that the bank has of itself. */
export async function moveRows(
  world: Pick<World, 'emulator' | 'links'>,
  day: number,
  chance: Chance,
): Promise<void> {
  for (const link of world.links) {
    const cards = (await accountsOf(link))
      .filter(({ type }) => type === 'depository' || type === 'credit')
      .toSorted((a, b) => (a.plaidAccountId < b.plaidAccountId ? -1 : 1));
    const account = chance.pick(cards);
    if (!account) continue;
    const steer = (path: string, body: object) =>
      pull(world.emulator, path, { item_id: link.plaidItemId, ...body }).catch(tooLate);
    const amount = (chance.below(20_000) - 5_000) / 100;
    await steer('/transactions/add', {
      account_id: account.plaidAccountId,
      amount,
      name: `Stall ${day}`,
      pending: chance.happens(0.5),
    });
    const rows = (await liveRows(link.userId)).filter(({ accountId }) => accountId === account.id);
    const pending = chance.pick(rows.filter(({ isPending }) => isPending));
    if (pending && chance.happens(0.6)) {
      const linked = chance.happens(0.8);
      await steer('/transactions/post', {
        transaction_id: pending.plaidTransactionId,
        amount: amount + 1,
        linked,
      });
    }
    const [changed, gone] = [chance.pick(rows), chance.pick(rows)];
    if (changed && chance.happens(0.5)) {
      await steer('/transactions/modify', {
        transaction_id: changed.plaidTransactionId,
        amount,
        name: `Again ${day}`,
      });
    }
    if (gone && chance.happens(0.2))
      await steer('/transactions/remove', { transaction_id: gone.plaidTransactionId });
  }
}

/** What is stored here may be gone at the bank already: then there is nothing to move. */
function tooLate(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('INVALID_FIELD'))) throw error;
}
