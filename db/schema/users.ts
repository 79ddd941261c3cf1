import { sql } from 'drizzle-orm';
import { boolean, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { UserId } from '@/lib/core/id';
import type { DateForm, NumberChoice } from '@/lib/core/writing';
import { createdAt, ownerOnly } from './columns';

/**
 * A person. `email` is stored NFKC-normalised and lower-case; one row per address. Without a password hash
 * nobody can sign in by typing: the demo household is entered by its button only.
 */
export const users = pgTable(
  'users',
  {
    id: uuid('id').$type<UserId>().primaryKey().default(sql`gen_random_uuid()`),
    email: text('email').notNull(),
    passwordHash: text('password_hash'),
    name: text('name'),
    timeZone: text('time_zone').notNull().default('America/New_York'),
    currency: text('currency').notNull().default('USD'),
    /** The browser's language and place as last seen at sign-up or in the settings; numbers follow it by default. */
    locale: text('locale').notNull().default('en-US'),
    numberForm: text('number_form').$type<NumberChoice>().notNull().default('locale'),
    dateForm: text('date_form').$type<DateForm>().notNull().default('words'),
    isDemo: boolean('is_demo').notNull().default(false),
    /** Raised to end every session at once; a session that carries an older number is signed out. */
    sessionVersion: integer('session_version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('users_email').on(t.email), ownerOnly('users', 'id')],
);
