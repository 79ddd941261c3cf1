/** Users: how one comes to be, is found by its id or token, gathers Items and ends (CRA-2). */
import { z } from 'zod';
import type { ItemDocument, UserDocument } from '../documents';
import { missingFields, plaidError } from '../errors/errors';
import { opaqueId } from '../ids';
import { nextUuid, type World } from '../world';

/** The fields that name a user; one of them must be there. */
export const userReference = { user_id: z.string().nullish(), user_token: z.string().nullish() };

export type UserReference = {
  readonly user_id?: string | null | undefined;
  readonly user_token?: string | null | undefined;
};

export type NewUser = Pick<UserDocument, 'clientUserId' | 'identity' | 'consumerIdentity'> & {
  /** Known by its id alone, and created again without harm; else by a token, and created once. */
  readonly upgraded: boolean;
};

/** The app's own name for a person stands for one user (C-32: an error of old, the same user now). */
export async function createUser(world: World, spec: NewUser): Promise<UserDocument> {
  const { upgraded, ...facts } = spec;
  const uuid = await nextUuid(world, 'user');
  const userId = upgraded ? `usr_${opaqueId(uuid).slice(0, 29)}` : opaqueId(uuid).slice(0, 29);
  const name = await world.store.update(
    'userNames',
    `client/${spec.clientUserId}`,
    (taken) => taken ?? { userId },
  );
  if (name.userId !== userId) return existing(world, name.userId, spec);
  const userToken = upgraded ? null : `user-sandbox-${uuid}`;
  if (userToken !== null) await world.store.update('userNames', `token/${userToken}`, () => ({ userId }));
  return world.store.update('users', userId, () => ({
    ...facts,
    userId,
    userToken,
    createdAt: world.now,
    updatedAt: world.now,
    itemIds: [],
    checkReport: null,
    bankIncomes: [],
    sessions: [],
    incomeProfile: null,
  }));
}

/** The user that a request names by id, by token, or by both when they agree. */
export async function findUser(world: World, reference: UserReference): Promise<UserDocument> {
  const { user_id: id, user_token: token } = reference;
  if (id == null && token == null) throw missingFields(['user_id']);
  const named = token == null ? null : await world.store.find('userNames', `token/${token}`);
  if (named === undefined) throw plaidError('INVALID_USER_TOKEN');
  if (named && id != null && named.userId !== id) throw plaidError('INVALID_USER_TOKEN');
  return userById(world, named?.userId ?? id ?? '');
}

export async function userById(world: World, userId: string): Promise<UserDocument> {
  const user = await world.store.find('users', userId);
  if (!user) throw plaidError('USER_NOT_FOUND');
  return user;
}

export async function updateUser(
  world: World,
  userId: string,
  change: (user: UserDocument) => UserDocument,
): Promise<UserDocument> {
  return world.store.update('users', userId, (user) => {
    if (!user) throw plaidError('USER_NOT_FOUND');
    return change(user);
  });
}

/** The Items of a user that are still there, oldest first. */
export async function itemsOf(world: World, { itemIds }: UserDocument): Promise<ItemDocument[]> {
  const found = await Promise.all(itemIds.map((itemId) => world.store.find('items', itemId)));
  return found.filter((item) => item !== undefined);
}

/** From now on the Items are this user's and nobody else's. */
export async function associateItems(
  world: World,
  userId: string,
  itemIds: readonly string[],
): Promise<void> {
  for (const other of await world.store.list('users')) {
    if (other.userId === userId || !other.itemIds.some((itemId) => itemIds.includes(itemId))) continue;
    await updateUser(world, other.userId, (user) => without(user, itemIds));
  }
  await updateUser(world, userId, (user) => ({
    ...user,
    itemIds: [...new Set([...user.itemIds, ...itemIds])],
  }));
}

/** The Items end as if each had been removed by itself. */
export async function removeItems(
  world: World,
  user: UserDocument,
  itemIds: readonly string[],
): Promise<void> {
  for (const itemId of itemIds) await world.store.update('items', itemId, () => undefined);
  await updateUser(world, user.userId, (current) => without(current, itemIds));
}

/** The user, its names and its Items are gone. */
export async function removeUser(world: World, user: UserDocument): Promise<void> {
  await removeItems(world, user, user.itemIds);
  await world.store.update('userNames', `client/${user.clientUserId}`, () => undefined);
  await world.store.update('userNames', `token/${user.userToken}`, () => undefined);
  await world.store.update('users', user.userId, () => undefined);
}

async function existing(
  world: World,
  userId: string,
  { upgraded, clientUserId }: NewUser,
): Promise<UserDocument> {
  if (upgraded) return userById(world, userId);
  throw plaidError(
    'INVALID_FIELD',
    `a user has already been created for the client_user_id: ${clientUserId}`,
  );
}

function without(user: UserDocument, itemIds: readonly string[]): UserDocument {
  return { ...user, itemIds: user.itemIds.filter((itemId) => !itemIds.includes(itemId)) };
}
