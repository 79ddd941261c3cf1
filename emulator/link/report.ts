/** What the dialog tells of a session: the events so far and, at its end, how it ended. */
import { z } from 'zod';
import type { LinkTokenDocument } from '../documents';
import { plaidError } from '../errors/errors';
import type { World } from '../world';
import { endSession, reportEvents } from './link-reports';

const text = z.string().max(2000);

/** The keys that an event of the API has; the browser's have more, and nulls for what is not there. */
const KEYS = [
  'account_number_mask',
  'brand_name',
  'error_code',
  'error_message',
  'error_type',
  'exit_status',
  'institution_id',
  'institution_name',
  'institution_search_query',
  'match_reason',
  'mfa_type',
  'request_id',
  'routing_number',
  'selection',
  'view_name',
];

const metadata = z
  .record(z.string(), z.unknown())
  .transform((given) =>
    Object.fromEntries(
      Object.entries(given).flatMap(([key, value]) =>
        KEYS.includes(key) && typeof value === 'string' ? [[key, value.slice(0, 2000)] as const] : [],
      ),
    ),
  );

const body = z.object({
  link_session_id: text,
  events: z
    .array(z.object({ event_name: text, timestamp: z.iso.datetime(), event_metadata: metadata }))
    .max(1000),
  end: z
    .discriminatedUnion('status', [
      z.object({ status: z.literal('SUCCESS') }),
      z.object({
        status: z.literal('EXITED'),
        error_code: text.nullable(),
        exit_status: text,
        institution: z.object({ name: text, institution_id: text }).nullable(),
        request_id: text,
      }),
    ])
    .nullable(),
});

export async function report(world: World, linkToken: LinkTokenDocument, given: unknown) {
  const parsed = body.safeParse(given);
  if (!parsed.success) throw plaidError('INVALID_FIELD');
  const { link_session_id: linkSessionId, events, end } = parsed.data;
  await reportEvents(world, linkToken, linkSessionId, events);
  if (end?.status === 'SUCCESS') await endSession(world, linkToken, linkSessionId, end);
  if (end?.status === 'EXITED') {
    const {
      status,
      error_code: errorCode,
      exit_status: exitStatus,
      institution,
      request_id: requestId,
    } = end;
    await endSession(world, linkToken, linkSessionId, {
      status,
      errorCode,
      exitStatus,
      institution,
      requestId,
    });
  }
  return {};
}
