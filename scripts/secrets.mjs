import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inData } from './project.mjs';

/** The secrets of this checkout, made once. None of them has a default that anybody could know. */
export function readSecrets() {
  const path = inData('secrets.json');
  if (!existsSync(path)) writeFileSync(path, JSON.stringify(newSecrets(), null, 2), { mode: 0o600 });
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** A fresh set: what signs sessions, what seals bank tokens, what lets cron in. */
export function newSecrets() {
  return {
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    CRON_SECRET: randomBytes(32).toString('base64url'),
  };
}
