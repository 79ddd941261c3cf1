/** Column builders that every owned table shares, so that ownership and money look the same everywhere. */
import { sql } from 'drizzle-orm';
import { bigint, date, numeric, pgPolicy, pgRole, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Day } from '@/lib/core/day';
import type { UserId } from '@/lib/core/id';
import type { Decimal } from '@/lib/core/money';

/** The role that requests run as: no bypass of row-level security. Made by the first migration. */
export const personRole = pgRole('evenkeel_person').existing();

export const userId = () => uuid('user_id').$type<UserId>().notNull();

export const id = () => uuid('id').notNull().default(sql`gen_random_uuid()`);

export const createdAt = () => timestamp('created_at', { withTimezone: true }).notNull().defaultNow();

export const instant = (name: string) => timestamp(name, { withTimezone: true });

export const calendarDay = (name: string) => date(name, { mode: 'string' }).$type<Day>();

/** Integer minor units of the row's currency; positive adds to net worth. */
export const minorAmount = (name: string) => bigint(name, { mode: 'number' });

export const exactDecimal = (name: string) => numeric(name).$type<Decimal>();

export const currency = () => text('currency').notNull();

/** The second wall: a row is only there for the person named by `app.user_id` in this transaction. */
export const ownerOnly = (table: string, column = 'user_id') =>
  pgPolicy(`${table}_owner`, {
    to: personRole,
    using: sql.raw(`${column} = (select app_user_id())`),
    withCheck: sql.raw(`${column} = (select app_user_id())`),
  });
