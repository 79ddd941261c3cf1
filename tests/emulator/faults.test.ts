import { describe, expect, it } from 'vitest';
import { anEmulator, EMULATOR_URL, plaidClientFor, steer } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { refusal } from '../support/plaid-refusal';

describe('planned trouble', () => {
  it('meets the next calls of one endpoint, as often as planned', async () => {
    const emulator = anEmulator();
    const plaid = plaidClientFor(emulator);
    const { accessToken: access_token } = await linkedItem(plaid);
    await steer(emulator, '/faults/add', { endpoint: '/accounts/get', count: 2, error_code: 'RATE_LIMIT' });
    expect((await plaid.itemGet({ access_token })).status).toBe(200);
    expect(await refusal(plaid.accountsGet({ access_token }))).toMatchObject({
      status: 429,
      type: 'RATE_LIMIT_EXCEEDED',
    });
    expect((await refusal(plaid.accountsGet({ access_token }))).status).toBe(429);
    expect((await plaid.accountsGet({ access_token })).status).toBe(200);
  });

  it('takes any code, type and status, and answers with broken bodies', async () => {
    const emulator = anEmulator();
    const plaid = plaidClientFor(emulator);
    const fault = { endpoint: '*', error_code: 'NEW_TROUBLE', error_type: 'NEW_ERROR', status: 418 };
    await steer(emulator, '/faults/add', fault);
    expect(await refusal(plaid.accountsGet({ access_token: 'x' }))).toMatchObject({
      status: 418,
      type: 'NEW_ERROR',
      code: 'NEW_TROUBLE',
    });
    const headers = { 'plaid-client-id': 'emulator', 'plaid-secret': 'emulator' };
    const post = async () => {
      const request = { method: 'POST', headers, body: '{}' };
      return (await emulator.handle(new Request(`${EMULATOR_URL}/item/get`, request))).text();
    };
    await steer(emulator, '/faults/add', { endpoint: '/item/get', body: 'cut' });
    const cut = await post();
    expect(() => JSON.parse(cut)).toThrow();
    await steer(emulator, '/faults/add', { endpoint: '/item/get', body: 'html', status: 502 });
    expect(await post()).toContain('<!doctype html>');
  });

  it('comes with the third refresh of a minute while limits hold', async () => {
    const emulator = anEmulator({ realTime: () => Date.parse('2026-03-14T12:00:00Z') });
    const plaid = plaidClientFor(emulator);
    const { accessToken: access_token } = await linkedItem(plaid);
    await steer(emulator, '/rate-limits/set', { on: true });
    await plaid.transactionsRefresh({ access_token });
    await plaid.transactionsRefresh({ access_token });
    expect(await refusal(plaid.transactionsRefresh({ access_token }))).toMatchObject({
      status: 429,
      type: 'RATE_LIMIT_EXCEEDED',
      code: 'TRANSACTIONS_LIMIT',
    });
    await steer(emulator, '/clock/advance', { ms: 60_000 });
    expect((await plaid.transactionsRefresh({ access_token })).status).toBe(200);
  });
});
