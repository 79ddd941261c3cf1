import { randomUUID } from 'node:crypto';
import { after } from 'next/server';
import { requireViewer } from '@/lib/auth';
import { exchangeInput } from '@/lib/connections/schema';
import { readJson, route } from '@/lib/http';
import { drainJobs, workUntil } from '@/lib/sync/drain-jobs';
import { DuplicateItem, linkItem } from '@/lib/sync/link-item';

export const maxDuration = 60;

/** Link's public token becomes a connection, whose first sync begins at once (TXN-9). */
export const POST = route(async (request) => {
  const userId = await requireViewer();
  const input = await readJson(request, exchangeInput);
  try {
    const itemId = await linkItem(userId, input);
    after(() => drainJobs({ until: workUntil(), wait: true }));
    return Response.json({ itemId }, { status: 201 });
  } catch (error) {
    if (!(error instanceof DuplicateItem)) throw error;
    const { code, message, itemId, isSure, isUnspent, status } = error;
    const duplicate = { code, message, itemId, isSure, isUnspent, requestId: randomUUID() };
    return Response.json({ error: duplicate }, { status });
  }
});
