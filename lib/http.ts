/** The edge of a route handler: one place where a request is checked and an error becomes an answer. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { AppError, type FieldErrors } from './core/errors';
import { env } from './env';
import { log } from './log';

const MAX_BODY = 64 * 1024;

type Handler = (request: Request) => Promise<Response>;

/** Wraps a handler so that every failure answers `{error: {code, message, fields?, requestId}}` with a true status. */
export function route(handle: Handler): Handler {
  return async (request) => {
    try {
      return noStore(await handle(request));
    } catch (error) {
      return errorResponse(error, request);
    }
  };
}

/** Parses a JSON body by `schema`; throws `invalid-input` naming each field. Refuses foreign origins (T3). */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  refuseForeignOrigin(request);
  if (!request.headers.get('content-type')?.toLowerCase().startsWith('application/json')) {
    throw new AppError('invalid-input', 'Send the body as application/json.');
  }
  const text = await request.text();
  if (text.length > MAX_BODY) throw new AppError('too-large', 'That body is too large.');
  return parseInput(schema, toJson(text));
}

/** The same check for values that do not come as JSON: query strings and forms. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-input', 'Some of what was sent cannot be used.', {
    fields: fieldErrors(parsed.error),
  });
}

/** One sentence per field, by its dotted path; problems of the whole are under `body`. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const fields: FieldErrors = {};
  for (const { path, message } of error.issues) fields[path.join('.') || 'body'] ??= message;
  return fields;
}

/** A browser names its origin on every write; another site's, or an opaque one, is turned away. */
export function refuseForeignOrigin(request: Request): void {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const isForeign = origin !== null && !ownOrigins(request).has(origin);
  if (isForeign || site === 'cross-site') {
    throw new AppError('forbidden', 'This request came from another site.');
  }
}

function ownOrigins(request: Request): Set<string> {
  const own = new Set([new URL(env().APP_URL).origin]);
  const host = request.headers.get('host');
  // The host that the person typed, so that localhost and 127.0.0.1 both work on one's own machine.
  if (host) own.add(`${new URL(env().APP_URL).protocol}//${host}`);
  return own;
}

function errorResponse(error: unknown, request: Request): Response {
  const requestId = randomUUID();
  const known =
    error instanceof AppError
      ? error
      : new AppError('unexpected', 'Something failed on our side. Nothing was changed.');
  if (known !== error)
    log.error({ requestId, path: new URL(request.url).pathname, error: describe(error) }, 'request failed');
  const { code, message, fields } = known;
  return noStore(
    Response.json(
      { error: { code, message, ...(fields ? { fields } : {}), requestId } },
      { status: known.status },
    ),
  );
}

/** Name, message and stack only: an unknown error may carry anything else in its other fields. */
function describe(error: unknown): unknown {
  return error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack }
    : typeof error;
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string' && value.includes('\0')) throw new SyntaxError('No database takes this.');
      return value;
    });
  } catch (cause) {
    throw new AppError('invalid-input', 'The body is not valid JSON.', { cause });
  }
}

function noStore(response: Response): Response {
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return response;
}
