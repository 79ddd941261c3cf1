/** Requests against their schemas, refused in Plaid's words (GEN-3, GEN-8); and the fields many share. */
import { z } from 'zod';
import { isDay } from '@/lib/core/day';
import { missingFields, plaidError, unknownFields } from './errors/errors';
import { isCountry, isProduct } from './vocabulary';
import type { World } from './world';

/** A file instead of JSON, as PDFs come; its `request_id` goes into a header (GEN-4). */
export class FileAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    bytes: Uint8Array<ArrayBuffer>,
    contentType: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    this.bytes = bytes;
    this.contentType = contentType;
    this.headers = headers;
  }
}

/** Members of an answer that are JSON already: written once, said often. */
export class WrittenMembers {
  /** `"added":[…],"removed":[…]`, without braces. */
  readonly bytes: Uint8Array;

  constructor(members: object) {
    this.bytes = Buffer.from(JSON.stringify(members)).subarray(1, -1);
  }
}

/** An answer of which a part was written down before. */
export class PartlyWritten {
  readonly fresh: object;
  readonly written: WrittenMembers;

  constructor(fresh: object, written: WrittenMembers) {
    this.fresh = fresh;
    this.written = written;
  }
}

/** One path of the API. `answer` takes the parsed JSON without credentials. */
export type Endpoint = {
  readonly answer: (world: World, body: unknown, headers: Headers) => Promise<object | FileAnswer>;
  /** Works without credentials, as `/categories/get` does (TXN-31). */
  readonly open?: boolean;
};

/** The body of an answer; `request_id` is added where all calls pass. */
export type Body<Response extends { request_id: string }> = Omit<Response, 'request_id'>;

export function endpoint<Schema extends z.ZodType>(
  schema: Schema,
  handle: (world: World, body: z.output<Schema>, headers: Headers) => Promise<object | FileAnswer>,
): Endpoint {
  return { answer: async (world, body, headers) => handle(world, parseRequest(schema, body), headers) };
}

export function parseRequest<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body, { error: wholeNumber });
  if (result.success) return result.data;
  const { issues } = result.error;
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => nameOf([...issue.path, key])) : [],
  );
  if (unknown.length > 0) throw unknownFields(unknown);
  const missing = issues.filter(({ path }) => valueAt(body, path) === undefined);
  if (missing.length > 0) throw missingFields(missing.map(({ path }) => nameOf(path)));
  const [first] = issues;
  throw plaidError('INVALID_FIELD', first && `${nameOf(first.path)} ${demandOf(first)}`);
}

/** Text in the place of a whole number is no integer, rather than no number. */
function wholeNumber({ code, inst }: z.core.$ZodRawIssue): string | undefined {
  const isWhole = inst instanceof z.core.$ZodNumberFormat;
  return code === 'invalid_type' && isWhole ? 'must be an integer' : undefined;
}

/** What the field should have been, in the words of the API. */
function demandOf(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith('must ')) return issue.message;
  if (issue.code === 'invalid_type') return `must be ${KINDS[issue.expected] ?? `a ${issue.expected}`}`;
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return 'must be a non-empty string';
    return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
  }
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.map(String).join(', ')}`;
  return 'is not valid';
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a non-empty string',
  int: 'an integer',
  array: 'an array',
  object: 'an object',
};

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters long';
  return origin === 'array' ? ' items long' : '';
}

export const accessToken = z.string().min(1);
const ACCOUNT_IDS = 'must be a non-empty array of valid account ids';
export const accountIds = z.array(z.string(), ACCOUNT_IDS).min(1, ACCOUNT_IDS).nullish();
/** The body of calls that read one Item, or some accounts of it. */
export const itemAndAccounts = z.strictObject({
  access_token: accessToken,
  options: z.strictObject({ account_ids: accountIds }).nullish(),
});
const DAY = "must be a string of the format 'YYYY-MM-DD'";
export const calendarDay = z.string(DAY).refine(isDay, DAY);
export const countryCodes = z
  .array(z.string().refine(isCountry, 'must be a supported country code'))
  .min(1, 'must contain at least one country code');
export const webhookUrl = z.url({
  protocol: /^https?$/,
  error: 'must be a URL beginning with http or https',
});

/** A list of product names; an unknown one answers INVALID_PRODUCT rather than INVALID_FIELD (LT-9). */
export const products = z.array(z.string()).transform((names) =>
  names.map((name) => {
    if (!isProduct(name)) throw plaidError('INVALID_PRODUCT');
    return name;
  }),
);

function nameOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'body' : path.map(String).join('.');
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    body,
  );
}
