/** What a person may change about an account. */
import { z } from 'zod';
import type { AccountId } from '@/lib/core/id';

const accountId = z.custom<AccountId>(
  (value) => z.uuid().safeParse(value).success,
  'There is no such account.',
);

/** An empty name gives the bank's own name back. */
export const accountRename = z.strictObject({
  accountId,
  displayName: z
    .string()
    .trim()
    .max(60, 'A name has at most 60 letters.')
    .transform((name) => (name === '' ? null : name)),
});

export const accountHiding = z.strictObject({
  accountId,
  isHidden: z.enum(['true', 'false']).transform((text) => text === 'true'),
});
