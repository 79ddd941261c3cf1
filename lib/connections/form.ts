/** What the forms about connections send. */
import { z } from 'zod';
import { isUuid, type ItemId } from '@/lib/core/id';

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
