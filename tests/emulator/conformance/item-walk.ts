/** One log-in through every state an Item can be in, with every call about Items in each of them. */
import { steer } from '@/tests/support/emulator-client';
import type { Emulator } from '@/emulator';
import { ITEM_EXAMPLES, type LinkedItem } from './item-examples';
import type { LogIn } from './log-ins';
import { WEBHOOK } from './lone';
import type { Observer } from './observer';

type Step = (emulator: Emulator, item: LinkedItem) => Promise<unknown>;

/** In their order: each step leads from the state before it. The data takes one hour, and then another. */
export const STATES: Readonly<Record<string, Step>> = {
  'just linked': async () => {},
  'first rows there': (emulator) => steer(emulator, '/clock/advance', { ms: 3_600_000 }),
  'all there': (emulator) => steer(emulator, '/clock/advance', { ms: 3_600_000 }),
  'weeks later': (emulator) => steer(emulator, '/clock/advance', { days: 20 }),
  'an account closed, consent about to end': async (emulator, { itemId, accountIds }) => {
    await steer(emulator, '/items/close-account', { item_id: itemId, account_id: accountIds[0] });
    await steer(emulator, '/items/expire-consent', { item_id: itemId, in_days: 7 });
  },
  'in error': (emulator, { itemId }) => steer(emulator, '/items/break', { item_id: itemId }),
  repaired: (emulator, { itemId }) => steer(emulator, '/items/heal', { item_id: itemId }),
  removed: (_, { accessToken, call }) => call('/item/remove', { access_token: accessToken }),
};

/** Links, and walks through the states. An emulator's clock goes on from one log-in to the next. */
export async function walkItem(emulator: Emulator, observer: Observer, logIn: LogIn): Promise<void> {
  observer.place = `linking ${logIn.name}`;
  const linked = await link(observer, logIn);
  for (const [state, step] of Object.entries(STATES)) {
    observer.place = `${logIn.name}, ${state}`;
    await step(emulator, await itemNow(emulator, observer, linked));
    const item = await itemNow(emulator, observer, linked);
    for (const [path, examples] of Object.entries(ITEM_EXAMPLES)) {
      for (const example of examples) await observer.call(path, await example(item));
    }
  }
}

type Linked = Pick<LinkedItem, 'accessToken' | 'itemId' | 'accountIds' | 'remembered'>;

async function link(observer: Observer, { institution, username, password }: LogIn): Promise<Linked> {
  const { public_token } = await observer.call('/sandbox/public_token/create', {
    institution_id: institution,
    initial_products: ['transactions', 'assets'],
    options: { webhook: WEBHOOK, override_username: username, override_password: password },
  });
  const exchanged = await observer.call('/item/public_token/exchange', { public_token });
  const accessToken = String(exchanged['access_token']);
  const { accounts } = await observer.call('/accounts/get', { access_token: accessToken });
  const accountIds = Array.isArray(accounts) ? accounts.map(({ account_id }) => String(account_id)) : [];
  if (accountIds.length === 0) observer.note('linking', [`${username} at ${institution} shares no account`]);
  return { accessToken, itemId: String(exchanged['item_id']), accountIds, remembered: new Map() };
}

async function itemNow(emulator: Emulator, { call }: Observer, linked: Linked): Promise<LinkedItem> {
  const { now } = await emulator.world();
  return { ...linked, call, today: dayAt(now), monthAgo: dayAt(now - 30 * 86_400_000) };
}

function dayAt(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
