/** What the forms about connections send. */
import { z } from 'zod';
import { isUuid, type ItemId } from '@/lib/core/id';

const itemId = z.string().refine((text): text is ItemId => isUuid(text), 'That is not a connection.');

export const connectionOf = z.object({ itemId });
