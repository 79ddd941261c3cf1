/** What the forms about connections send. */
import { z } from 'zod';
import { type AccountId, isUuid, type ItemId } from '@/lib/core/id';

const itemId = z.string().refine((text): text is ItemId => isUuid(text), 'That is not a connection.');

export const connectionOf = z.object({ itemId });

/** Back from update mode; `chosen` when the accounts were up for choice. */
export const repairedConnection = z.object({
  itemId,
  chosen: z
    .literal('yes')
    .optional()
    .transform((word) => word === 'yes'),
});

const accountId = z.string().refine((text): text is AccountId => isUuid(text), 'That is not an account.');

/**
 * A confirmed replacement: `itemId` is the former connection, `by` the one that takes its place, `pairs` the
 * accounts as the preview showed them, "former>present" one after the other.
 */
export const confirmedReplacement = z.object({
  itemId,
  by: itemId,
  pairs: z.string().transform((text, context) => {
    const pairs = text === '' ? [] : text.split(' ').map((pair) => pair.split('>'));
    const parsed = z.array(z.tuple([accountId, accountId])).safeParse(pairs);
    if (parsed.success) return parsed.data.map(([former, present]) => ({ former, present }));
    context.addIssue('Those are not accounts.');
    return z.NEVER;
  }),
});

/** The person's word on an account that they took back. */
export const withdrawnAccount = z.object({ accountId, word: z.enum(['delete', 'count']) });
