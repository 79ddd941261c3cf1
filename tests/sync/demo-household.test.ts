/** The household that every visitor of a public demo shares. */
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '@/db/client';
import { listItemIds } from '@/db/queries/sync/items';
import { deleteDemoUser } from '@/db/queries/system';
import { holdings, users } from '@/db/schema';
import { openDemoHousehold } from '@/lib/sync/demo-household';
import { removeItem } from '@/lib/sync/remove-item';
import { drain, engineOn } from '../support/engine';
import { aUser } from '../support/factories';

const growOld = () =>
  asSystem((tx) => tx.execute(sql`update users set created_at = now() - interval '25 hours'`));

test('a bank that a visitor removed is back for the next one', async () => {
  engineOn();
  const { id } = await openDemoHousehold();
  const [first] = await listItemIds(id);
  if (first) await removeItem(id, first);
  expect(await listItemIds(id)).toHaveLength(1);
  expect((await openDemoHousehold()).id).toBe(id);
  expect(await listItemIds(id)).toHaveLength(2);
});

test('at home it is kept; nobody signs in to it with a password', async () => {
  engineOn();
  const { id, passwordHash } = await openDemoHousehold();
  expect(passwordHash).toBeNull();
  await growOld();
  expect((await openDemoHousehold()).id).toBe(id);
});

test('in public it is made anew after a day, and nobody else is touched', async () => {
  engineOn();
  const ann = await aUser();
  const { id } = await openDemoHousehold();
  await drain();
  await growOld();
  const next = await openDemoHousehold({ isPublic: true });
  expect(next.id).not.toBe(id);
  expect(await listItemIds(next.id)).toHaveLength(2);
  expect(await asSystem((tx) => tx.select().from(users).where(eq(users.id, ann)))).toHaveLength(1);
});

test('it goes with positions and trades that name its securities', async () => {
  engineOn();
  await growOld();
  const { id } = await openDemoHousehold({ isPublic: true });
  await drain();
  const held = () => asSystem((tx) => tx.select().from(holdings).where(eq(holdings.userId, id)));
  expect(await held()).not.toEqual([]);
  await deleteDemoUser(id);
  expect(await held()).toEqual([]);
  expect(await asSystem((tx) => tx.select().from(users).where(eq(users.id, id)))).toEqual([]);
});
