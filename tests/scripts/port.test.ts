import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { findFreePort, isAnswering } from '../../scripts/port.mjs';

test('passes over a port that is taken', async () => {
  const port = await findFreePort();
  const server = createServer();
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  expect(await isAnswering(port)).toBe(true);
  expect(await findFreePort(port)).toBeGreaterThan(port);
  await new Promise((closed) => server.close(closed));
  expect(await isAnswering(port)).toBe(false);
});
