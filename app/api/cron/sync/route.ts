import { env } from '@/lib/env';
import { AppError } from '@/lib/core/errors';
import { route } from '@/lib/http';
import { isSameSecret } from '@/lib/secrets';
import { workUntil } from '@/lib/sync/drain-jobs';
import { sweep } from '@/lib/sync/sweep';

export const maxDuration = 60;

/** The schedule's door: whoever calls it decides how often all Items are looked at. Safe to call twice, or never (T17). */
export const GET = route(async (request) => {
  const given = request.headers.get('authorization') ?? '';
  if (!isSameSecret(given, `Bearer ${env().CRON_SECRET}`)) {
    throw new AppError('not-signed-in', 'This address is for the schedule.');
  }
  return Response.json(await sweep({ until: workUntil(), staleHours: 0 }));
});
