import 'server-only';
import { listLiveItems } from '@/db/queries/system/schedule';
import { type Rotation, rotateToken } from './rotate-token';
import { pause } from './stop';

const TRIES = 30;

/** Renews the access tokens of all Items, or of one (our id of it); answers how many came to what. */
export async function rotateTokens({ item }: { item?: string }): Promise<Record<string, number>> {
  const ends: Record<string, number> = {};
  for (const key of await listLiveItems(item)) {
    const end = await whenFree(() => rotateToken(key));
    ends[end] = (ends[end] ?? 0) + 1;
  }
  return ends;
}

/** A run that holds the Item ends within a minute or so. */
async function whenFree(rotation: () => Promise<Rotation>): Promise<Rotation> {
  for (let attempt = 1; ; attempt++) {
    const end = await rotation();
    if (end !== 'busy' || attempt >= TRIES) return end;
    await pause(3000);
  }
}
