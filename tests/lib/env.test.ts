import { describe, expect, test } from 'vitest';
import { parseEnv } from '@/lib/env';

const key = Buffer.alloc(32, 7).toString('base64');
const good = {
  DATABASE_URL: 'postgres://localhost/x',
  PLAID_ENV: 'emulator',
  APP_URL: 'http://localhost:3000/',
  NEXTAUTH_SECRET: 'n'.repeat(32),
  CRON_SECRET: 'c'.repeat(32),
  ENCRYPTION_KEYS: `new:${key},old:${key}`,
};
const real = { PLAID_CLIENT_ID: 'id', PLAID_SECRET: 'secret' };

describe('env', () => {
  test('reads what the demo sets', () => {
    const env = parseEnv(good);
    expect(env.APP_URL).toBe('http://localhost:3000');
    expect(env.ENCRYPTION_KEYS.map(({ id }) => id)).toEqual(['new', 'old']);
  });

  test('check 25: refuses an unknown Plaid environment, the vanished one too', () => {
    for (const PLAID_ENV of ['development', 'prod', undefined]) {
      expect(() => parseEnv({ ...good, PLAID_ENV })).toThrow(
        'PLAID_ENV: must be emulator, sandbox or production',
      );
    }
  });

  test('refuses the emulator beside real keys, and real Plaid without them', () => {
    expect(() => parseEnv({ ...good, ...real })).toThrow('PLAID_SECRET: must not be set');
    expect(() => parseEnv({ ...good, PLAID_ENV: 'sandbox' })).toThrow('PLAID_SECRET: is needed');
    expect(parseEnv({ ...good, ...real, PLAID_ENV: 'production' }).PLAID_ENV).toBe('production');
  });

  test('lets only the emulator be somewhere else, and only on this machine', () => {
    const PLAID_BASE_URL = 'http://127.0.0.1:4010';
    expect(parseEnv({ ...good, PLAID_BASE_URL }).PLAID_BASE_URL).toBe(PLAID_BASE_URL);
    expect(() => parseEnv({ ...good, PLAID_BASE_URL: 'https://example.com' })).toThrow(
      'an address of this machine',
    );
    expect(() => parseEnv({ ...good, ...real, PLAID_ENV: 'sandbox', PLAID_BASE_URL })).toThrow(
      'is only allowed',
    );
  });

  test('names every setting that is wrong at once, and repeats no value', () => {
    const read = () =>
      parseEnv({ PLAID_ENV: 'emulator', NEXTAUTH_SECRET: 'short-one', ENCRYPTION_KEYS: 'k:abc' });
    for (const name of ['DATABASE_URL', 'APP_URL', 'NEXTAUTH_SECRET', 'ENCRYPTION_KEYS', 'CRON_SECRET']) {
      expect(read).toThrow(name);
    }
    expect(read).not.toThrow('short-one');
  });
});
