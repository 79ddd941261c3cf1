import { execFile } from 'node:child_process';
import type { Server } from 'node:http';
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
});
