/** `npm run emulator -- --port N`: the emulator alone, with its memory in a file or in a database. */
import { parseArgs } from 'node:util';
import { createEmulator, type Emulator } from './index';
import { openVolumeItem } from './items/volume-item';
import { listen } from './node-server';
import type { Store } from './store';
import { FileStore } from './stores/file';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    state: { type: 'string', default: '.data/emulator.json' },
    seed: { type: 'string', default: 'emulator' },
    quiet: { type: 'boolean', default: false },
    transactions: { type: 'string' },
  },
});

refuseBesideRealKeys(process.env);
await serve();

async function serve(): Promise<void> {
  const { EMULATOR_CLIENT_ID, EMULATOR_SECRET, EMULATOR_CONTROL, EMULATOR_URL } = process.env;
  const store = await openStore(process.env['DATABASE_URL']);
  const { server, port } = await listen((request) => emulator.handle(request), portOf(values.port)).catch(
    refusePort,
  );
  const emulator = createEmulator({
    store,
    publicUrl: EMULATOR_URL ?? `http://localhost:${port}`,
    clientId: EMULATOR_CLIENT_ID ?? 'emulator',
    secret: EMULATOR_SECRET ?? 'emulator',
    seed: values.seed,
    controlEnabled: EMULATOR_CONTROL !== '0',
    ...(values.quiet ? {} : { log: (line: string) => console.log(line) }),
  });
  if (values.transactions) await tellOfVolume(emulator, Number(values.transactions));
  // Webhooks that came due while nobody ran leave now, and not with the first call.
  void emulator.idle();
  console.log(`The emulator listens at http://localhost:${port}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
      void emulator.close().then(() => process.exit(0));
    });
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  console.error(`A port is a number from 0 to 65535; ${text} is none.`);
  process.exit(1);
}

/** Another program has the port, or only an administrator may: a sentence, and what to do. */
function refusePort(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const reason = code === 'EADDRINUSE' ? 'is taken' : code === 'EACCES' ? 'is not allowed' : null;
  if (reason === null) throw error;
  console.error(`Port ${values.port} ${reason}. Name another: npm run emulator -- --port 4011`);
  process.exit(1);
}

async function tellOfVolume(emulator: Emulator, rows: number): Promise<void> {
  const token = await openVolumeItem(await emulator.world(), rows);
  console.log(`An Item with ${rows} transactions: access token ${token}`);
}

async function openStore(databaseUrl: string | undefined): Promise<Store> {
  if (!databaseUrl) return FileStore.open(values.state);
  const { PostgresStore } = await import('./stores/postgres');
  return new PostgresStore(databaseUrl);
}

/** Keys of a real environment and a pretend one do not go together (EMU-4, T19). */
function refuseBesideRealKeys({ PLAID_ENV, PLAID_SECRET }: NodeJS.ProcessEnv): void {
  const isRealEnvironment = PLAID_ENV === 'production' || PLAID_ENV === 'sandbox';
  const isRealSecret = PLAID_SECRET !== undefined && PLAID_SECRET !== '' && PLAID_SECRET !== 'emulator';
  if (!isRealEnvironment && !isRealSecret) return;
  const found = isRealEnvironment ? `PLAID_ENV=${PLAID_ENV}` : 'a PLAID_SECRET';
  console.error(`The emulator does not start beside settings of real Plaid: ${found} is set.`);
  process.exit(1);
}
