import { describe, expect, it } from 'vitest';
import { createUser, findSession } from '@/db/queries/system';
import { endSessions, getProfile, updateProfile } from '@/db/queries/users';
import { aUser } from '../support/factories';

describe('the settings of a person', () => {
  it('begin with the form of their place and with days in words', async () => {
    const userId = await createUser({
      email: `${crypto.randomUUID()}@example.com`,
      passwordHash: null,
      name: null,
      locale: 'de-CH',
    });
    if (!userId) throw new Error('The address was taken.');
    expect(await getProfile(userId)).toMatchObject({
      locale: 'de-CH',
      numberForm: 'locale',
      dateForm: 'words',
    });
  });

  it('change one by one, and for that person only', async () => {
    const [ann, bob] = [await aUser({ name: 'Ann' }), await aUser({ name: 'Bob' })];
    await updateProfile(ann, { numberForm: 'point-comma' });
    await updateProfile(ann, { dateForm: 'iso' });
    expect(await getProfile(ann)).toMatchObject({ name: 'Ann', numberForm: 'point-comma', dateForm: 'iso' });
    expect(await getProfile(bob)).toMatchObject({ name: 'Bob', numberForm: 'locale', dateForm: 'words' });
  });
});

it('signing out everywhere ends every session of the person, and of nobody else', async () => {
  const [ann, bob] = [await aUser(), await aUser()];
  expect(await findSession(ann, 1)).toBe(ann);
  await endSessions(ann);
  expect(await findSession(ann, 1)).toBeNull();
  expect(await findSession(bob, 1)).toBe(bob);
});
