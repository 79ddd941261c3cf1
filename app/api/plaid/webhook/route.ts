import { after } from 'next/server';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { MAX_WEBHOOK_BYTES, verifyWebhook } from '@/lib/plaid/verify-webhook';
import { receiveWebhook } from '@/lib/sync/receive-webhook';
import { wantWork, workOff } from '@/lib/sync/work-off';

export const maxDuration = 60;

/** Verifies, stores, answers; the work comes after the answer, and again by the schedule (WHK-3). */
export async function POST(request: Request): Promise<Response> {
  const raw = await readLimited(request);
  if (!raw) return answer(413);
  const verdict = await verifyWebhook(request.headers.get('plaid-verification'), raw, Date.now());
  if (verdict === 'refused') return answer(401);
  if (verdict === 'unavailable') return answer(503);
  const { type, code, plaidItemId, environment, body, key } = verdict.webhook;
  if (!isOurs(environment)) {
    // Signed by the right side, meant for another environment: nothing is stored (WHK-9).
    log.warn({ type, code, environment }, 'a webhook of another environment');
    return answer(200);
  }
  const isNew = await receiveWebhook({ key, type, code, plaidItemId, body });
  if (isNew && wantWork()) after(workOff);
  return answer(200);
}

function isOurs(environment: string | null): boolean {
  const { PLAID_ENV } = env();
  return environment === null || environment === (PLAID_ENV === 'emulator' ? 'sandbox' : PLAID_ENV);
}

/** The bytes as they came, since the signature is over them; null as soon as there are too many. */
async function readLimited(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_WEBHOOK_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_WEBHOOK_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function answer(status: number): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
}
