import { spawn } from 'node:child_process';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { removePostgres, startPostgres } from '../../scripts/postgres.mjs';

const root = join(import.meta.dirname, '..', '..');
// Beside the demo's own data, never in it.
const name = `postgres-test-${process.pid}`;

async function ask(url: string, question: string): Promise<unknown> {
  const client = postgres(url, { max: 1 });
  const [row] = await client.unsafe(question);
  await client.end();
  return row?.['answer'];
}

test('each test file has a database of its own', async () => {
  const url = process.env['DATABASE_URL'] ?? '';
  expect(await ask(url, 'select current_database() as answer')).toMatch(/^evenkeel_test_/);
});

test('finds the data of a launcher that was killed, goes on with its server, and stops it', async () => {
  const program = `import { startPostgres } from './scripts/postgres.mjs';
    const { url } = await startPostgres({ name: '${name}' });
    const { default: postgres } = await import('postgres');
    await postgres(url).unsafe('create table kept as select 42 as answer');
    process.kill(process.pid, 'SIGKILL');`;
  const killed = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    stdio: 'inherit',
  });
  await new Promise((ended) => killed.once('exit', ended));

  const server = await startPostgres({ name });
  expect(await ask(server.url, 'select answer from kept')).toBe(42);
  server.stop();
  await expect(ask(server.url, 'select 1 as answer')).rejects.toThrow();

  const again = await startPostgres({ name });
  expect(await ask(again.url, 'select answer from kept')).toBe(42);
  again.stop();
  removePostgres({ name });
});
