import postgres from 'postgres';
import { env } from '@/lib/env';
import { useGatedDatabase } from '../simulation/gated-postgres';

/** From here on every statement has a gate, and its plan is kept: quicker than the app, which has to allow for a pooler. */
export function gateDatabase(): void {
  const real = postgres(env().DATABASE_URL, { max: 10, onnotice: () => undefined });
  useGatedDatabase(real, { grain: 'statement', prepare: true });
}
