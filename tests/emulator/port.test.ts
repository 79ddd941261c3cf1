import { execFile } from 'node:child_process';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { promisify } from 'node:util';
import { Configuration, PlaidApi } from 'plaid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '@/emulator';
import { listen } from '@/emulator/node-server';
import { anEmulator, steer } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { refusal } from '../support/plaid-refusal';

describe('the emulator on a port', () => {
  let server: Server;
  let emulator: Emulator;
  let plaid: PlaidApi;

  beforeAll(async () => {
    emulator = anEmulator();
    const listening = await listen((request) => emulator.handle(request), 0);
    server = listening.server;
    const headers = { 'PLAID-CLIENT-ID': 'emulator', 'PLAID-SECRET': 'emulator' };
    const basePath = `http://127.0.0.1:${listening.port}`;
    plaid = new PlaidApi(new Configuration({ basePath, baseOptions: { headers } }));
  });

  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it('answers a client as it does in process', async () => {
    const { accessToken: access_token } = await linkedItem(plaid);
    expect((await plaid.accountsGet({ access_token })).data.accounts.length).toBeGreaterThan(0);
    expect((await refusal(plaid.accountsGet({ access_token: 'x' }))).code).toBe('INVALID_ACCESS_TOKEN');
  });

  it('answers requests that no client would make', async () => {
    const { port } = server.address() as AddressInfo;
    const lines = [
      'GET // HTTP/1.1',
      'TRACE /accounts/get HTTP/1.1',
      'POST http://[ HTTP/1.1',
      'OPTIONS * HTTP/1.1',
    ];
    for (const line of lines) {
      const answer = await rawAnswer(
        port,
        `${line}\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      );
      expect([line, answer.split('\r\n')[0]]).toEqual([line, 'HTTP/1.1 404 Not Found']);
      expect(answer).toContain('"error_code":"NOT_FOUND"');
    }
  });

  it('drops the line when that is planned', async () => {
    await steer(emulator, '/faults/add', { endpoint: '/item/get', body: 'drop' });
    await expect(plaid.itemGet({ access_token: 'x' })).rejects.toMatchObject({ code: 'ECONNRESET' });
  });
});

describe('the stand-alone program', () => {
  it.each([
    { PLAID_ENV: 'production' },
    { PLAID_ENV: 'sandbox' },
    { PLAID_SECRET: '0123456789abcdef0123456789abcd' },
  ])(
    'refuses to start beside %o',
    async (settings) => {
      const run = promisify(execFile)(
        process.execPath,
        ['--import', 'tsx', 'emulator/serve.ts', '--port', '0'],
        {
          env: { ...process.env, DATABASE_URL: '', ...settings },
        },
      );
      await expect(run).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining('does not start beside settings of real Plaid'),
      });
    },
    20_000,
  );

  it.each([
    { port: 'taken', says: /^Port \d+ is taken\. Name another: npm run emulator -- --port 4011\n$/ },
    { port: 'high', says: /^A port is a number from 0 to 65535; high is none\.\n$/ },
  ])(
    'says in a sentence that a port is $port',
    async ({ port, says }) => {
      const { server: other, port: taken } = await listen(async () => new Response(), 0);
      const wanted = port === 'taken' ? String(taken) : port;
      const run = promisify(execFile)(
        process.execPath,
        ['--import', 'tsx', 'emulator/serve.ts', '--port', wanted],
        { env: { ...process.env, DATABASE_URL: '', PLAID_ENV: '', PLAID_SECRET: '' } },
      );
      await expect(run).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(says) });
      other.close();
    },
    20_000,
  );
});

function rawAnswer(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
