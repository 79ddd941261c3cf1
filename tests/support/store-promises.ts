import { expect, it } from 'vitest';
import type { Store } from '@/emulator/store';
import { plaidClientFor, anEmulator } from './emulator-client';
import { linkedItem } from './linked-item';
import { readAll } from './read-all';

/** What every store of the emulator promises; `open` twice gives two doors to the same memory. */
export function keepsItsPromises(open: () => Promise<Store>): void {
  it('finds what was written, and nothing after it was deleted or forgotten', async () => {
    const store = await open();
    await store.reset();
    expect(await store.find('counters', 'a')).toBeUndefined();
    await store.update('counters', 'a', () => ({ value: 1 }));
    await store.update('counters', 'b', () => ({ value: 2 }));
    expect(await store.find('counters', 'a')).toEqual({ value: 1 });
    await store.update('counters', 'a', () => undefined);
    expect(await store.list('counters')).toEqual([{ value: 2 }]);
    await store.reset();
    expect(await store.list('counters')).toEqual([]);
    await store.close();
  });

  it('loses no change when many come at once', async () => {
    const store = await open();
    await store.reset();
    const count = () => store.update('counters', 'a', (current) => ({ value: (current?.value ?? 0) + 1 }));
    const values = await Promise.all(Array.from({ length: 20 }, count));
    expect(values.map(({ value }) => value).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    await store.close();
  });

  it('writes nothing when a change refuses', async () => {
    const store = await open();
    await store.update('counters', 'a', () => ({ value: 1 }));
    const refused = store.update('counters', 'a', () => {
      throw new Error('no');
    });
    await expect(refused).rejects.toThrow('no');
    expect(await store.find('counters', 'a')).toEqual({ value: 1 });
    await store.close();
  });

  it('lists by instant, up to one', async () => {
    const store = await open();
    await store.reset();
    for (const [id, at] of [
      ['x', 30],
      ['y', 10],
      ['z', 20],
    ] as const) {
      await store.update('jobs', id, () => ({ id, at, itemId: 'item', kind: 'day' as const }));
    }
    expect((await store.list('jobs')).map(({ id }) => id)).toEqual(['y', 'z', 'x']);
    expect((await store.list('jobs', { until: 20 })).map(({ id }) => id)).toEqual(['y', 'z']);
    expect((await store.list('jobs', { limit: 1 })).map(({ id }) => id)).toEqual(['y']);
    await store.close();
  });
}

/** An app's tokens and cursors go on working when the emulator is started again (EMU-2). */
export function survivesARestart(open: () => Promise<Store>): void {
  it('keeps tokens, cursors and deliberate changes over a restart', async () => {
    const first = anEmulator({ store: await open() });
    const { accessToken: access_token } = await linkedItem(plaidClientFor(first));
    const before = await readAll(plaidClientFor(first), access_token);
    await plaidClientFor(first).sandboxItemResetLogin({ access_token });
    await first.close();
    const second = anEmulator({ store: await open() });
    const plaid = plaidClientFor(second);
    const { item } = (await plaid.itemGet({ access_token })).data;
    expect(item.error?.error_code).toBe('ITEM_LOGIN_REQUIRED');
    const world = await second.world();
    await world.store.update('items', item.item_id, (current) => current && { ...current, errorCode: null });
    const after = await readAll(plaid, access_token, { cursor: before.cursor, rows: before.rows });
    expect(after.rows).toEqual(before.rows);
    expect((await readAll(plaid, access_token)).rows).toEqual(before.rows);
    await second.close();
  });
}
