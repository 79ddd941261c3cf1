import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onlyTo } from '@/emulator/webhooks/own-webhooks';

const calls: string[] = [];
const server = createServer((request, response) => {
  calls.push(request.url ?? '');
  if (request.url === '/moved') response.writeHead(302, { location: '/inside' });
  response.end();
});
let own = '';

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const post = (url: string) => new Request(url, { method: 'POST', body: '{}' });

test('webhooks reach the app that the emulator belongs to', async () => {
  const response = await onlyTo(`${own}/api/emulator`)(post(`${own}/api/plaid/webhook`));
  expect(response.status).toBe(200);
  expect(calls).toEqual(['/api/plaid/webhook']);
});

test('no other address is called, nor one that an answer points to', async () => {
  calls.length = 0;
  const deliver = onlyTo('https://evenkeel.example/api/emulator');
  expect((await deliver(post(`${own}/latest/meta-data`))).status).toBe(403);
  expect(calls).toEqual([]);
  await expect(onlyTo(own)(post(`${own}/moved`))).rejects.toThrow();
  expect(calls).toEqual(['/moved']);
});
