/** The door to the emulator; nothing is here unless the app runs without Plaid's keys. */
import { after } from 'next/server';
import { openDoor } from '@/emulator/door';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

async function answer(request: Request): Promise<Response> {
  const { PLAID_ENV, DATABASE_URL, APP_URL, EMULATOR_CONTROL, NODE_ENV } = env();
  if (PLAID_ENV !== 'emulator') return new Response(null, { status: 404 });
  const emulator = openDoor({
    databaseUrl: DATABASE_URL,
    publicUrl: `${APP_URL}/api/emulator`,
    control: EMULATOR_CONTROL === '1' || NODE_ENV !== 'production',
    waitUntil: (work) => after(work),
    log: (line) => log.info(line),
  });
  return emulator.handle(request);
}

export { answer as GET, answer as HEAD, answer as POST };
