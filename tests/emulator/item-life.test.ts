import { Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import type { Documents } from '@/emulator/documents';
import type { Collection } from '@/emulator/store';
import { MemoryStore } from '@/emulator/stores/memory';
import { steer } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { HOOK, listeningEmulator } from '../support/listening-emulator';
import { refusal } from '../support/plaid-refusal';

const START = Date.parse('2026-03-14T17:00:00Z');

async function living(options: Parameters<typeof linkedItem>[1] = {}) {
  const listening = listeningEmulator({ realTime: () => START });
  const { accessToken: access_token, itemId } = await linkedItem(listening.plaid, {
    webhook: HOOK,
    products: [Products.Identity],
    ...options,
  });
  await listening.codes();
  const lever = (path: string, more: object = {}) =>
    steer(listening.emulator, `/items${path}`, { item_id: itemId, ...more });
  const days = (count: number) => steer(listening.emulator, '/clock/advance', { days: count });
  const errorOf = async () => (await listening.plaid.itemGet({ access_token })).data.item.error?.error_code;
  return { ...listening, access_token, itemId, lever, days, errorOf };
}

/** A store with a neighbour: once armed, the Item is removed as soon as anybody has read it. */
class RemovingStore extends MemoryStore {
  removes = '';

  override async find<C extends Collection>(collection: C, id: string): Promise<Documents[C] | undefined> {
    const found = await super.find(collection, id);
    if (collection === 'items' && id === this.removes) await super.update('items', id, () => undefined);
    return found;
  }
}

describe('an Item', () => {
  it('that is removed in the middle of a day’s work does not keep others from theirs', async () => {
    const store = new RemovingStore();
    const lines: string[] = [];
    const listening = listeningEmulator({ realTime: () => START, store, log: (line) => lines.push(line) });
    const products = [Products.Transactions, Products.Liabilities];
    const link = () => linkedItem(listening.plaid, { webhook: HOOK, products });
    const items = [await link(), await link(), await link()];
    await listening.heard();
    store.removes = items.map(({ itemId }) => itemId).sort()[0] ?? '';
    await steer(listening.emulator, '/clock/advance', { days: 3 });
    const told = new Set((await listening.heard()).map(({ item_id }) => item_id));
    const others = items.map(({ itemId }) => itemId).filter((itemId) => itemId !== store.removes);
    expect(others.filter((itemId) => !told.has(itemId))).toEqual([]);
    expect(lines.filter((line) => line.includes('failed'))).toEqual([]);
  });

  it('goes on for ever, unless log-ins run out', async () => {
    const { days, errorOf, codes } = await living();
    await days(400);
    expect(await errorOf()).toBeUndefined();
    expect(await codes()).not.toContain('ERROR');
  });

  it('wants a log-in after thirty days where that is switched on, and again thirty days later', async () => {
    const { emulator, plaid, access_token, days, errorOf, heard, lever } = await living();
    expect(await steer(emulator, '/items/expire-logins')).toEqual({ after_days: 30 });
    await days(29);
    await heard();
    expect(await errorOf()).toBeUndefined();
    await days(1);
    expect(await heard()).toMatchObject([
      { webhook_code: 'ERROR', error: { error_code: 'ITEM_LOGIN_REQUIRED', status: 400 } },
    ]);
    expect((await refusal(plaid.accountsGet({ access_token }))).code).toBe('ITEM_LOGIN_REQUIRED');
    await lever('/heal');
    await days(29);
    await heard();
    expect(await errorOf()).toBeUndefined();
    await days(1);
    await heard();
    expect(await errorOf()).toBe('ITEM_LOGIN_REQUIRED');
  });

  it('made after the switch runs out, too, and no more once it is off', async () => {
    const { emulator, plaid, days, heard } = await living();
    await steer(emulator, '/items/expire-logins', { after_days: 10 });
    const { accessToken: access_token } = await linkedItem(plaid);
    await steer(emulator, '/items/expire-logins', { after_days: null });
    await days(11);
    await heard();
    expect((await plaid.itemGet({ access_token })).data.item.error).toBeNull();
    await steer(emulator, '/items/expire-logins', { after_days: 10 });
    await heard();
    expect((await plaid.itemGet({ access_token })).data.item.error?.error_code).toBe('ITEM_LOGIN_REQUIRED');
  });

  it('says when its consent ends, and ends then', async () => {
    const { lever, heard, days, errorOf, itemId } = await living();
    await lever('/expire-consent', { in_days: 7 });
    expect(await heard()).toEqual([
      {
        webhook_type: 'ITEM',
        webhook_code: 'PENDING_EXPIRATION',
        item_id: itemId,
        consent_expiration_time: '2026-03-21T17:00:00.000Z',
        environment: 'sandbox',
      },
    ]);
    await days(7);
    expect((await heard()).map((body) => body['webhook_code'])).toContain('ERROR');
    expect(await errorOf()).toBe('ITEM_LOGIN_REQUIRED');
  });

  it('says why and when its bank is going to disconnect it, and is well after a repair', async () => {
    const { lever, heard, days, errorOf, itemId } = await living();
    await lever('/disconnect', { reason: 'INSTITUTION_MIGRATION', in_days: 3 });
    expect(await heard()).toEqual([
      {
        webhook_type: 'ITEM',
        webhook_code: 'PENDING_DISCONNECT',
        item_id: itemId,
        reason: 'INSTITUTION_MIGRATION',
        disconnect_time: '2026-03-17T17:00:00.000Z',
        environment: 'sandbox',
      },
    ]);
    await days(2);
    expect(await errorOf()).toBeUndefined();
    await days(1);
    await heard();
    expect(await errorOf()).toBe('ITEM_LOGIN_REQUIRED');
    await lever('/heal');
    await days(30);
    expect(await errorOf()).toBeUndefined();
  });

  it('answers nobody once its user has taken permission back', async () => {
    const { plaid, access_token, lever, heard, itemId } = await living();
    await lever('/revoke');
    const message =
      'the holder of this account has revoked their permission for your application to access it';
    expect(await heard()).toEqual([
      {
        webhook_type: 'ITEM',
        webhook_code: 'USER_PERMISSION_REVOKED',
        item_id: itemId,
        error: {
          error_type: 'ITEM_ERROR',
          error_code: 'USER_PERMISSION_REVOKED',
          error_message: message,
          display_message: null,
          status: 400,
        },
        environment: 'sandbox',
      },
    ]);
    expect(await refusal(plaid.accountsGet({ access_token }))).toMatchObject({
      type: 'INVALID_INPUT',
      code: 'USER_PERMISSION_REVOKED',
      message,
    });
  });

  it('loses the one account whose permission was taken back', async () => {
    const { plaid, access_token, lever, heard } = await living();
    const [first, ...rest] = (await plaid.accountsGet({ access_token })).data.accounts;
    await lever('/revoke-account', { account_id: first?.account_id });
    expect(await heard()).toMatchObject([
      { webhook_code: 'USER_ACCOUNT_REVOKED', account_id: first?.account_id },
    ]);
    const { accounts } = (await plaid.accountsGet({ access_token })).data;
    expect(accounts).toEqual(rest);
  });

  it('tells of an account that its file gained, and serves it when it is shared', async () => {
    const account = (name: string) => ({
      type: 'depository',
      subtype: 'savings',
      starting_balance: 5,
      meta: { name },
    });
    const { plaid, access_token, lever, heard } = await living({
      username: 'user_custom',
      password: JSON.stringify({ override_accounts: [account('Old')] }),
    });
    const answer = await lever('/add-account', { account: account('New') });
    expect(await heard()).toMatchObject([{ webhook_code: 'NEW_ACCOUNTS_AVAILABLE', error: null }]);
    const names = async () =>
      (await plaid.accountsGet({ access_token })).data.accounts.map(({ name }) => name);
    expect(await names()).toEqual(['Old']);
    const added = accountsIn(answer).find(({ name }) => name === 'New');
    expect(added).toMatchObject({ shared: false });
    await lever('/open-account', { account_id: added?.account_id });
    expect(await names()).toEqual(['Old', 'New']);
    await expect(lever('/add-account', { account: { type: 'castle' } })).rejects.toThrow(/INVALID_FIELD/);
  });
});

type ShownAccount = { readonly account_id: string; readonly name: string; readonly shared: boolean };

function accountsIn(answer: unknown): ShownAccount[] {
  const accounts: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'accounts') : undefined;
  return Array.isArray(accounts) ? accounts : [];
}
