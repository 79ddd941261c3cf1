import postgres from 'postgres';
import { expect, test } from 'vitest';
import { migrateDatabase } from '../../scripts/migrate.mjs';

const url = () => process.env['DATABASE_URL'] ?? '';

test('gives each test file a migrated database of its own', async () => {
  const client = postgres(url(), { max: 1 });
  const [row] = await client`select count(*)::int as applied from drizzle.__drizzle_migrations`;
  await client.end();
  expect(row?.['applied']).toBeGreaterThan(0);
});

test('does nothing to a database that is up to date, even when asked twice at once', async () => {
  const twice = Promise.all([migrateDatabase(url()), migrateDatabase(url())]);
  await expect(twice).resolves.toHaveLength(2);
});

test('says in a sentence which database is out of reach, without its password', async () => {
  const failure = migrateDatabase('postgres://ann:hunter2@127.0.0.1:1/evenkeel');
  await expect(failure).rejects.toThrow(/^The database evenkeel at 127\.0\.0\.1:1 could not be migrated/);
  await expect(failure).rejects.not.toThrow(/hunter2/);
});
