/** Fields that the calls about Asset Reports share, and what an order becomes of them. */
import type { AssetReportUser } from 'plaid';
import { z } from 'zod';
import { webhookUrl } from '../request';

/** Plaid's limits: none, up to two years and a day. */
export const reportDays = z.int().min(0).max(731);

export const reportToken = z.string();

const reportUser = z.strictObject({
  client_user_id: z.string().nullish(),
  first_name: z.string().nullish(),
  middle_name: z.string().nullish(),
  last_name: z.string().nullish(),
  ssn: z
    .string()
    .regex(/^(\d{3}-\d{2}-\d{4})?$/, 'must have the format ddd-dd-dddd')
    .nullish(),
  phone_number: z.string().nullish(),
  email: z.string().nullish(),
});

export const reportOptions = z.strictObject({
  client_report_id: z.string().nullish(),
  webhook: webhookUrl.nullish(),
  user: reportUser.optional(),
});

/** Every field is there; the empty text means none. */
export function userOf(given: z.output<typeof reportUser> = {}): AssetReportUser {
  return {
    client_user_id: given.client_user_id || null,
    first_name: given.first_name || null,
    middle_name: given.middle_name || null,
    last_name: given.last_name || null,
    ssn: given.ssn || null,
    phone_number: given.phone_number || null,
    email: given.email || null,
  };
}
