import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';
import { readSecrets } from './secrets.mjs';

/** Takes what a person wrote into `.env.local` or `.env`; what the shell sets goes before both. */
export function loadSettings() {
  for (const name of ['.env.local', '.env']) {
    if (existsSync(join(root, name))) process.loadEnvFile(join(root, name));
  }
}

/**
 * The app's settings on this machine: what the person set, and for the rest the emulator, an address on
 * `port` and this checkout's own secrets. An empty setting counts as not set.
 */
export function localSettings({ port, databaseUrl }) {
  const secrets = readSecrets();
  const plaid = set('PLAID_ENV') ?? 'emulator';
  return {
    DATABASE_URL: databaseUrl,
    APP_URL: set('APP_URL') ?? `http://localhost:${port}`,
    PLAID_ENV: plaid,
    NEXTAUTH_SECRET: set('NEXTAUTH_SECRET') ?? secrets.NEXTAUTH_SECRET,
    ENCRYPTION_KEYS: set('ENCRYPTION_KEYS') ?? secrets.ENCRYPTION_KEYS,
    CRON_SECRET: set('CRON_SECRET') ?? secrets.CRON_SECRET,
    EMULATOR_CONTROL: set('EMULATOR_CONTROL') ?? (plaid === 'emulator' ? '1' : '0'),
    AUTH_TRUST_HOST: '1',
  };
}

function set(name) {
  return process.env[name]?.trim() || undefined;
}
