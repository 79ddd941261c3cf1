import { ping } from '@/db/queries/system';
import { findOpenCircuit } from '@/db/queries/system/plaid-calls';
import { AppError } from '@/lib/core/errors';
import { route } from '@/lib/http';

export const dynamic = 'force-dynamic';

/**
 * 200 when the app answers and its database can be reached. `plaid` is `paused` while Plaid refuses our keys or
 * how we ask; the log says which.
 */
export const GET = route(async () => {
  try {
    await ping();
    const circuit = await findOpenCircuit();
    return Response.json({ ok: true, plaid: circuit ? 'paused' : 'ok' });
  } catch (cause) {
    throw new AppError('provider-unavailable', 'The database cannot be reached.', { cause });
  }
});
