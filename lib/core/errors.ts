/** The one error that crosses our shelves: a stable code for programs, a sentence for people. */

const STATUS = {
  'invalid-input': 400,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'reconnect-needed': 409,
  'too-large': 413,
  'rate-limited': 429,
  unexpected: 500,
  'provider-unavailable': 503,
} as const;

export type ErrorCode = keyof typeof STATUS;

/** Sentences by the name of the field they belong to; shown beside that field. */
export type FieldErrors = Record<string, string>;

export class AppError extends Error {
  override name = 'AppError';
  readonly code: ErrorCode;
  readonly fields: FieldErrors | undefined;

  constructor(code: ErrorCode, message: string, options: { fields?: FieldErrors; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.fields = options.fields;
  }

  /** The HTTP status that goes with the code. */
  get status(): number {
    return STATUS[this.code];
  }
}

/** What a foreign id and a missing id both answer, so that nobody can tell the two apart (T1). */
export function notFound(what: string): AppError {
  return new AppError('not-found', `There is no such ${what}.`);
}
