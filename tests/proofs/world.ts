/** What proofs that run by themselves stand on; import nothing of the app before it, since that reads its settings once. */
import '../support/environment';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase } from '../../scripts/migrate.mjs';
import { standAlone, type StandAlone } from '../support/stand-alone';

/** Points this process, and those it starts, at a database with our schema. */
export async function useDatabase(url: string): Promise<void> {
  await migrateDatabase(url);
  process.env['DATABASE_URL'] = url;
}

/** The emulator as a program of its own, whose data is there at once; it ends with this process. */
export async function openBank(): Promise<StandAlone> {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-bank-'));
  const bank = await standAlone('--port', '0', '--quiet', '--state', join(folder, 'state.json'));
  process.on('exit', () => {
    bank.end();
    rmSync(folder, { recursive: true, force: true });
  });
  await bank.steer('/delays/set', { initial_ms: 0, historical_ms: 0 });
  process.env['PLAID_BASE_URL'] = bank.url;
  return bank;
}
