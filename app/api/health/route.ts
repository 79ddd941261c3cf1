import { ping } from '@/db/queries/system';
import { AppError } from '@/lib/core/errors';
import { route } from '@/lib/http';

export const dynamic = 'force-dynamic';

/** 200 when the app answers and its database can be reached. */
export const GET = route(async () => {
  try {
    await ping();
  } catch (cause) {
    throw new AppError('provider-unavailable', 'The database cannot be reached.', { cause });
  }
  return Response.json({ ok: true });
});
