import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';

/** Makes an empty, migrated database on the run's server and answers its URL. It goes when the run ends. */
export async function newDatabase(): Promise<string> {
  const { url, prefix } = inject('databaseServer');
  const name = `${prefix}_${randomBytes(4).toString('hex')}`;
  const admin = postgres(url, { max: 1 });
  await admin.unsafe(`create database ${name} template ${prefix}_template`);
  await admin.end();
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}
