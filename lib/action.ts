/** The edge of a form: signs in, parses, calls the handler, and turns failures into something to show. */
import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { requireViewer } from './auth';
import { AppError, type FieldErrors } from './core/errors';
import type { UserId } from './core/id';
import { fieldErrors } from './http';
import { log } from './log';

export type ActionResult =
  | { ok: true; message?: string }
  | { ok: false; message: string; fields?: FieldErrors };

/** For `useActionState`: `(schema, handler)` becomes an action that takes a form and answers a result. */
export function userAction<S extends z.ZodType>(
  schema: S,
  handle: (userId: UserId, input: z.output<S>) => Promise<string | undefined | void>,
) {
  return async (_previous: ActionResult | null, form: FormData): Promise<ActionResult> => {
    try {
      const userId = await requireViewer();
      const parsed = schema.safeParse(plain(form));
      if (!parsed.success) {
        return { ok: false, message: 'Please look at what is marked.', fields: fieldErrors(parsed.error) };
      }
      const message = await handle(userId, parsed.data);
      return message ? { ok: true, message } : { ok: true };
    } catch (error) {
      unstable_rethrow(error);
      return failure(error);
    }
  };
}

function plain(form: FormData): Record<string, unknown> {
  const fields = [...form].filter(([name]) => !name.startsWith('$ACTION'));
  // The zero character, which no database takes, means nothing in a form.
  return Object.fromEntries(
    fields.map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll('\0', '') : value]),
  );
}

function failure(error: unknown): ActionResult {
  if (error instanceof AppError) {
    return { ok: false, message: error.message, ...(error.fields ? { fields: error.fields } : {}) };
  }
  log.error(
    { error: error instanceof Error ? { name: error.name, stack: error.stack } : typeof error },
    'action failed',
  );
  return { ok: false, message: 'Something failed on our side. Nothing was changed.' };
}
