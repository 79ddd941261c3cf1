import { after } from 'next/server';
import { requireViewer } from '@/lib/auth';
import { syncInput } from '@/lib/connections/schema';
import { itemId } from '@/lib/core/id';
import { readJson, route } from '@/lib/http';
import { drainJobs, workUntil } from '@/lib/sync/drain-jobs';
import { askForSync } from '@/lib/sync/refresh';

export const maxDuration = 60;

/** Asks for what is new of one connection or of all, some times a minute; the wish is durable before the answer (S9). */
export const POST = route(async (request) => {
  const userId = await requireViewer();
  const input = await readJson(request, syncInput);
  await askForSync(userId, input.itemId === undefined ? undefined : itemId(input.itemId));
  after(() => drainJobs({ until: workUntil(), wait: true }));
  return Response.json({ accepted: true }, { status: 202 });
});
