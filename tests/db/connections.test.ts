import { expect, test } from 'vitest';
import { getConnection, listConnections } from '@/db/queries/connections';
import { anAccount, anItem, aUser } from '../support/factories';

test('each person sees their own connections and the accounts of each', async () => {
  const [ann, bob] = [await aUser(), await aUser()];
  const [harbor, hill] = [await anItem(ann), await anItem(ann, { institutionName: 'Hill Bank' })];
  const bobs = await anItem(bob);
  await anAccount({ userId: ann, itemId: harbor }, { bankName: 'Checking' });
  await anAccount({ userId: ann, itemId: harbor }, { bankName: 'Savings' });
  await anAccount({ userId: bob, itemId: bobs });

  const found = await listConnections(ann);
  expect(found.map(({ id, accounts }) => [id, accounts.length])).toEqual([
    [harbor, 2],
    [hill, 0],
  ]);
});

test("another person's connection is not found", async () => {
  const itemId = await anItem(await aUser());
  await expect(getConnection(await aUser(), itemId)).rejects.toMatchObject({ code: 'not-found' });
});

test('a connection that is being removed is no longer there', async () => {
  const ann = await aUser();
  const itemId = await anItem(ann, { state: 'ending' });
  expect(await listConnections(ann)).toEqual([]);
  await expect(getConnection(ann, itemId)).rejects.toMatchObject({ code: 'not-found' });
});

test("neither Plaid's id nor the token leaves the database", async () => {
  const ann = await aUser();
  const itemId = await anItem(ann, { plaidItemId: 'plaid-item', accessTokenSealed: 'sealed-token' });
  const text = JSON.stringify([await listConnections(ann), await getConnection(ann, itemId)]);
  expect(text).not.toContain('plaid-item');
  expect(text).not.toContain('sealed-token');
});
