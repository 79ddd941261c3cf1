/**
 * What a failed call means. `kindOf` is the table of reactions: the engine and the pages branch on the kind
 * and the code, never on a message (ERR-2).
 */
import 'server-only';
import { z } from 'zod';
import { FAILURE_KINDS, type FailureKind } from './failure-kinds';

const body = z.object({
  error_type: z.string(),
  error_code: z.string(),
  error_message: z.string().nullish(),
  display_message: z.string().nullish(),
  request_id: z.string().nullish(),
});

/** One failed call, without anything secret: type, code, request id. `code` is `NETWORK` where nobody answered. */
export class PlaidFailure extends Error {
  override name = 'PlaidFailure';
  readonly type: string;
  readonly code: string;
  readonly kind: FailureKind;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(of: {
    type: string;
    code: string;
    requestId?: string | null;
    retryAfterSeconds?: number | null;
  }) {
    super(`Plaid answered ${of.type}/${of.code}.`);
    this.type = of.type;
    this.code = of.code;
    this.kind = kindOf(of.type, of.code);
    this.requestId = of.requestId ?? null;
    this.retryAfterSeconds = of.retryAfterSeconds ?? null;
  }
}

/** The reaction that goes with a type and a code; codes nobody knew yet are `unknown` (GEN-7). */
export function kindOf(type: string, code: string): FailureKind {
  if (type === 'RATE_LIMIT_EXCEEDED') return 'passing';
  if (type === 'OAUTH_ERROR') return 'link';
  return FAILURE_KINDS[code] ?? 'unknown';
}

/** Wraps whatever the client threw. The original is dropped on purpose: it holds the request (ERR-3). */
export function toPlaidError(error: unknown): PlaidFailure {
  if (error instanceof PlaidFailure) return error;
  const response = responseOf(error);
  const parsed = body.safeParse(response?.data);
  if (parsed.success) {
    const { error_type, error_code, request_id } = parsed.data;
    return new PlaidFailure({
      type: error_type,
      code: error_code,
      requestId: request_id ?? null,
      retryAfterSeconds: response?.retryAfterSeconds ?? null,
    });
  }
  // No answer, a gateway's HTML, or a body cut short: all of them pass.
  return new PlaidFailure({ type: 'NETWORK', code: response ? `HTTP_${response.status}` : 'NETWORK' });
}

/**
 * What is wrong with an answer that came as a success: an error's body, a page of a gateway, or a body cut
 * short. Null when it is an answer. Without this, half an answer to "remove" would count as the word that it is done.
 */
export function failureIn(answer: unknown): PlaidFailure | null {
  if (typeof answer !== 'object' || answer === null)
    return new PlaidFailure({ type: 'NETWORK', code: 'HTTP_200' });
  const parsed = body.safeParse(answer);
  if (!parsed.success) return null;
  const { error_type, error_code, request_id } = parsed.data;
  return new PlaidFailure({ type: error_type, code: error_code, requestId: request_id ?? null });
}

const axiosLike = z.object({
  response: z.object({
    status: z.number(),
    data: z.unknown(),
    headers: z
      .object({ 'retry-after': z.coerce.number().optional().catch(undefined) })
      .optional()
      .catch(undefined),
  }),
});

function responseOf(error: unknown) {
  const parsed = axiosLike.safeParse(error);
  if (!parsed.success) return null;
  const { status, data, headers } = parsed.data.response;
  return { status, data, retryAfterSeconds: headers?.['retry-after'] ?? null };
}
