/** One call of the API, from its text to its answer: body, credentials, planned trouble, endpoint. */
import { EmulatedError, missingFields, plaidError } from './errors/errors';
import { takeFault, troubled } from './errors/faults';
import { countCall } from './errors/rate-limits';
import { shortId } from './ids';
import { type Endpoint, FileAnswer, PartlyWritten } from './request';
import { ROUTES } from './routes';
import type { World } from './world';

export type Answer = {
  readonly response: Response;
  readonly requestId: string | null;
  readonly code: string | null;
};

let calls = 0;

/** Answers a call in Plaid's JSON; whatever goes wrong below becomes an error of Plaid's kind. */
export async function answerCall(request: Request, path: string, world: World): Promise<Answer> {
  calls += 1;
  const requestId = shortId(world.config.seed, path, String(world.real), String(calls));
  try {
    const route = Object.hasOwn(ROUTES, path) && request.method === 'POST' ? ROUTES[path] : undefined;
    if (!route) throw plaidError('NOT_FOUND');
    const body = authorised(world, request, route, await bodyOf(request));
    const fault = await takeFault(world, path);
    if (fault) {
      const spoilt = await troubled(fault, requestId);
      if (spoilt) return { response: spoilt, requestId, code: fault.errorCode ?? 'FAULT' };
    }
    countCall(world, path, body['access_token'] ?? body['asset_report_token']);
    const answer = await route.answer(world, body, request.headers);
    return { response: responseOf(answer, requestId), requestId, code: null };
  } catch (error) {
    const known = error instanceof EmulatedError ? error : plaidError('INTERNAL_SERVER_ERROR');
    const response = json(known.status, { ...known.body, request_id: requestId });
    return {
      response,
      requestId,
      code: error === known ? known.body.error_code : `${known.body.error_code} ${String(error)}`,
    };
  }
}

export function json(status: number, body: object): Response {
  return jsonOf(status, [bytesOf(body)]);
}

function responseOf(answer: object | FileAnswer | PartlyWritten, requestId: string): Response {
  if (answer instanceof PartlyWritten) return jsonOf(200, partsOf(answer, requestId));
  if (!(answer instanceof FileAnswer)) return json(200, { ...answer, request_id: requestId });
  const { bytes, contentType, headers } = answer;
  return new Response(bytes, {
    headers: {
      ...headers,
      'content-type': contentType,
      'content-length': String(bytes.byteLength),
      'cache-control': 'no-store',
      'plaid-request-id': requestId,
    },
  });
}

/** As a stream of its parts: a page is long, and every copy of it costs as much as a small call. */
function jsonOf(status: number, parts: readonly Uint8Array[]): Response {
  const length = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
  return new Response(body, {
    status,
    headers: {
      'content-type': 'application/json',
      'content-length': String(length),
      'cache-control': 'no-store',
    },
  });
}

function bytesOf(body: object): Uint8Array {
  return Buffer.from(JSON.stringify(body));
}

/** The written members and the fresh ones as one object. */
function partsOf({ fresh, written }: PartlyWritten, requestId: string): Uint8Array[] {
  const rest = bytesOf({ ...fresh, request_id: requestId });
  return [Buffer.from('{'), written.bytes, Buffer.from(','), rest.subarray(1)];
}

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  if (OTHER_CONTENT.test(request.headers.get('content-type') ?? '')) throw plaidError('INVALID_BODY');
  const text = await request.text();
  if (text.length > LONGEST_BODY) throw plaidError('INVALID_BODY');
  try {
    const parsed: unknown = JSON.parse(text, wholeText);
    if (isRecord(parsed)) return parsed;
  } catch {
    // Falls through to the same answer.
  }
  throw plaidError('INVALID_BODY');
}

/** What a form or a page would say of itself; a body that says nothing of itself is taken for JSON. */
const OTHER_CONTENT =
  /^(application\/(x-www-form-urlencoded|xml|octet-stream)|multipart\/|text\/(html|xml))/i;

const LONGEST_BODY = 5_000_000;

/** Text that no database would keep (zero characters, halves of characters) is no JSON that one could send. */
function wholeText(key: string, value: unknown): unknown {
  if (UNSTORABLE.test(key) || (typeof value === 'string' && UNSTORABLE.test(value))) {
    throw new SyntaxError('There is half a character in the text.');
  }
  return value;
}

// A lone surrogate is a character of this kind only where the expression reads whole code points.
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Credentials come in headers, in the body, or mixed (GEN-2); the endpoint does not see them. */
function authorised(
  world: World,
  request: Request,
  route: Endpoint,
  { client_id, secret, ...body }: Record<string, unknown>,
): Record<string, unknown> {
  if (route.open) return body;
  const clientId = client_id ?? request.headers.get('plaid-client-id');
  const password = secret ?? request.headers.get('plaid-secret');
  const missing = [...(clientId == null ? ['client_id'] : []), ...(password == null ? ['secret'] : [])];
  if (missing.length > 0) throw missingFields(missing);
  for (const [name, value] of [
    ['client_id', clientId],
    ['secret', password],
  ] as const) {
    if (typeof value !== 'string' || value === '') {
      throw plaidError('INVALID_FIELD', `${name} must be a properly formatted, non-empty string`);
    }
  }
  if (clientId !== world.config.clientId || password !== world.config.secret) {
    throw plaidError('INVALID_API_KEYS');
  }
  return body;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
