/** Keys that Plaid signs webhooks with: kept for a day, asked for rarely, whoever may be knocking (VER-4, VER-5). */
import 'server-only';
import type { JWKPublicKey } from 'plaid';
import { callPlaid } from './client';
import { PlaidFailure } from './errors';

const DAY_MS = 86_400_000;
const COOL_DOWN_MS = 60_000;
const MAX_LOOK_UPS_A_MINUTE = 10;
const MAX_KNOWN = 100;

type Known = { key: JWKPublicKey; fetchedAt: number };

const known = new Map<string, Known>();
const unknownUntil = new Map<string, number>();
const lookUps: number[] = [];

/** `refused`: no such key, or an expired one. `unavailable`: it could not be asked for now. */
export type KeyAnswer = JWKPublicKey | 'refused' | 'unavailable';

/** The key by its id. An id we have not seen renews all keys that have not expired: that is what rotation looks like. */
export async function findKey(kid: string, now: number): Promise<KeyAnswer> {
  const kept = known.get(kid);
  if (kept && now - kept.fetchedAt < DAY_MS) return kept.key.expired_at === null ? kept.key : 'refused';
  if ((unknownUntil.get(kid) ?? 0) > now) return 'refused';
  const answer = await fetchKey(kid, now);
  if (answer === 'refused') return remember(kid, now);
  if (answer === 'unavailable') return answer;
  if (!kept) await renewOthers(kid, now);
  return answer.expired_at === null ? answer : 'refused';
}

/** For tests, which move time and change the other side. */
export function forgetKeys(): void {
  known.clear();
  unknownUntil.clear();
  lookUps.length = 0;
}

async function renewOthers(kid: string, now: number): Promise<void> {
  const others = [...known].filter(([id, { key }]) => id !== kid && key.expired_at === null);
  for (const [id] of others) await fetchKey(id, now);
}

async function fetchKey(kid: string, now: number): Promise<KeyAnswer> {
  while (lookUps[0] !== undefined && now - lookUps[0] >= 60_000) lookUps.shift();
  if (lookUps.length >= MAX_LOOK_UPS_A_MINUTE) return 'unavailable';
  lookUps.push(now);
  try {
    const { key } = await callPlaid((api) => api.webhookVerificationKeyGet({ key_id: kid }));
    known.set(kid, { key, fetchedAt: now });
    return key;
  } catch (error) {
    if (!(error instanceof PlaidFailure)) throw error;
    // Only this one says that there is no such key; wrong keys of ours must not turn true webhooks away.
    return error.code === 'INVALID_WEBHOOK_VERIFICATION_KEY_ID' ? 'refused' : 'unavailable';
  }
}

function remember(kid: string, now: number): 'refused' {
  if (unknownUntil.size >= MAX_KNOWN) unknownUntil.clear();
  unknownUntil.set(kid, now + COOL_DOWN_MS);
  return 'refused';
}
