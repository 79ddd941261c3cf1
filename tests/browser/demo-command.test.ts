import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { findFreePort, isAnswering } from '../../scripts/port.mjs';
import { newDatabase } from '../support/new-database';

const demo = join(import.meta.dirname, '..', '..', 'scripts', 'demo.mjs');
const running = new Set<ChildProcess>();

// Whatever a failed test left running.
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

test('passes over a taken port, prints the address last, and leaves nothing behind after Ctrl-C', async () => {
  const taken = await findFreePort(20_000);
  const blocker = await listenOn(taken);
  const { child, output } = start({ DATABASE_URL: await newDatabase(), PORT: String(taken) });
  const address = await untilAddress(child, output);

  expect(output.text).toContain(`Port ${taken} is taken, so this uses`);
  expect(output.text.trim().split('\n').at(-1)).toBe(`Open ${address}`);
  expect((await fetch(`${address}/api/health`)).status).toBe(200);

  child.kill('SIGINT');
  expect(await exitOf(child)).toBe(0);
  expect(await isAnswering(Number(new URL(address).port))).toBe(false);
  blocker.close();
});

test('the app ends with a launcher that is killed', async () => {
  const { child, output } = start({
    DATABASE_URL: await newDatabase(),
    PORT: String(await findFreePort(21_000)),
  });
  const port = Number(new URL(await untilAddress(child, output)).port);
  child.kill('SIGKILL');
  for (let waited = 0; waited < 10_000 && (await isAnswering(port)); waited += 50) await sleep(50);
  expect(await isAnswering(port)).toBe(false);
});

test('says in a sentence what is wrong with a port or a database', async () => {
  const port = start({ DATABASE_URL: await newDatabase(), PORT: 'eighty' });
  expect(await exitOf(port.child)).toBe(1);
  expect(port.output.text).toContain('PORT is "eighty", which is not a port from 1 to 65535.');

  const database = start({ DATABASE_URL: 'postgres://ann:hunter2@127.0.0.1:1/evenkeel' });
  expect(await exitOf(database.child)).toBe(1);
  expect(database.output.text).toContain('The database evenkeel at 127.0.0.1:1 could not be migrated');
  expect(port.output.text + database.output.text).not.toMatch(/^\s+at |hunter2/m);
});

function start(settings: Record<string, string>) {
  const env = { ...process.env, APP_URL: '', ...settings };
  const child = spawn(process.execPath, [demo], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => (output.text += part));
  }
  return { child, output };
}

async function untilAddress(child: ChildProcess, output: { text: string }): Promise<string> {
  for (let waited = 0; waited < 60_000 && child.exitCode === null; waited += 50) {
    const [, address] = /^Open (\S+)\n/m.exec(output.text) ?? [];
    if (address) return address;
    await sleep(50);
  }
  throw new Error(`No address was printed:\n${output.text}`);
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await new Promise((gone) => child.once('close', gone));
  running.delete(child);
  return child.exitCode;
}

async function listenOn(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(port, listening));
  return server;
}
