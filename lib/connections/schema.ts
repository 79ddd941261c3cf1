/** What Link hands to the browser, as far as the server looks at it. A hint, not a proof (LNK-11). */
import { z } from 'zod';
import { isUuid, type ItemId } from '@/lib/core/id';

const text = z.string().max(300).nullish();

const account = z.object({ name: text, mask: text, subtype: text });

export const exchangeInput = z.object({
  publicToken: z.string({ error: 'Send the public token that Link gave.' }).trim().min(1).max(300),
  metadata: z
    .object({
      institution: z.object({ name: text, institution_id: text }).nullish(),
      accounts: z.array(account).max(200).nullish(),
      link_session_id: text,
    })
    .nullish(),
  /** The connection whose place the new one is to take, when the person said so. */
  replaces: z
    .string()
    .refine((text): text is ItemId => isUuid(text), 'That is not an id of ours.')
    .optional(),
  /** The person's word that this is another log-in, where only they can know (DUP-3). */
  isAnother: z.boolean().optional(),
});

export type ExchangeInput = z.output<typeof exchangeInput>;

const id = z.uuid({ error: 'That is not an id of ours.' }).toLowerCase();

export const linkTokenInput = z.object({ itemId: id.optional(), accountSelection: z.boolean().optional() });

export const syncInput = z.object({ itemId: id.optional() });
