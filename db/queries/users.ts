import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { cache } from 'react';
import { notFound } from '@/lib/core/errors';
import type { UserId } from '@/lib/core/id';
import type { DateForm, NumberChoice } from '@/lib/core/writing';
import { asUser } from '../client';
import { users } from '../schema';

/** What pages may know of the person; the password hash never leaves `queries/system.ts`. */
export type Profile = {
  email: string;
  name: string | null;
  timeZone: string;
  currency: string;
  locale: string;
  numberForm: NumberChoice;
  dateForm: DateForm;
  isDemo: boolean;
};

/** The signed-in person's own settings, read once per request. */
export const getProfile = cache(async (userId: UserId): Promise<Profile> => {
  const [profile] = await asUser(userId, (tx) =>
    tx
      .select({
        email: users.email,
        name: users.name,
        timeZone: users.timeZone,
        currency: users.currency,
        locale: users.locale,
        numberForm: users.numberForm,
        dateForm: users.dateForm,
        isDemo: users.isDemo,
      })
      .from(users)
      .where(eq(users.id, userId)),
  );
  if (!profile) throw notFound('person');
  return profile;
});

export type ProfileChange = Partial<Omit<Profile, 'email' | 'isDemo'>>;

export async function updateProfile(userId: UserId, change: ProfileChange): Promise<void> {
  await asUser(userId, (tx) => tx.update(users).set(change).where(eq(users.id, userId)));
}

/** Ends every session of the person, this one too. */
export async function endSessions(userId: UserId): Promise<void> {
  await asUser(userId, (tx) =>
    tx
      .update(users)
      .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(eq(users.id, userId)),
  );
}
