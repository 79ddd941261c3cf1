import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FileStore } from '@/emulator/stores/file';
import { ASKED, baseReport, INCOME_PERSON, stillWorld } from '../support/check-report';
import { anEmulator, plaidClientFor, steer } from '../support/emulator-client';
import { refusal } from '../support/plaid-refusal';
import { anUpgradedUser, linkFor } from '../support/plaid-users';

it('a report that was asked for before a restart is ready after it, with the same figures', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-check-'));
  try {
    const path = join(folder, 'state.json');
    const before = anEmulator({ store: await FileStore.open(path) });
    const plaid = plaidClientFor(before);
    await steer(before, '/clock/freeze');
    await steer(before, '/delays/set', { report_ms: 60_000 });
    const user_id = await anUpgradedUser(plaid);
    await linkFor(plaid, { user_id }, INCOME_PERSON);
    await plaid.craCheckReportCreate({ user_id, ...ASKED });
    await before.close();
    const after = anEmulator({ store: await FileStore.open(path) });
    const again = plaidClientFor(after);
    expect((await refusal(again.craCheckReportBaseReportGet({ user_id }))).code).toBe('PRODUCT_NOT_READY');
    await steer(after, '/clock/advance', { ms: 60_000 });
    const report = await baseReport(again, { user_id });
    await after.close();
    const third = anEmulator({ store: await FileStore.open(path) });
    expect(await baseReport(plaidClientFor(third), { user_id })).toEqual(report);
    await third.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('the webhook of a report is signed over its very bytes', async () => {
  const sent: { readonly token: string; readonly text: string }[] = [];
  const emulator = anEmulator({
    deliver: async (request) => {
      sent.push({
        token: request.headers.get('plaid-verification') ?? '',
        text: await request.text(),
      });
      return new Response(null, { status: 200 });
    },
  });
  const plaid = plaidClientFor(emulator);
  const user_id = await anUpgradedUser(plaid);
  await linkFor(plaid, { user_id }, INCOME_PERSON);
  await plaid.craCheckReportCreate({ user_id, ...ASKED });
  await emulator.idle();
  const report = sent.find(({ text }) => text.includes('USER_CHECK_REPORT_READY'));
  const [, claims = ''] = report?.token.split('.') ?? [];
  const { request_body_sha256 } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  expect(request_body_sha256).toBe(
    createHash('sha256')
      .update(report?.text ?? '')
      .digest('hex'),
  );
});

it('a report fails when fewer days are there than were required', async () => {
  const { emulator, plaid, reports } = await stillWorld();
  const user_id = await anUpgradedUser(plaid);
  const { today } = await emulator.world();
  const row = {
    date_transacted: today,
    date_posted: today,
    amount: 5,
    description: 'Coffee',
    currency: 'USD',
  };
  const young = { type: 'depository', subtype: 'checking', starting_balance: 100, transactions: [row] };
  const password = JSON.stringify({ override_accounts: [young] });
  await linkFor(plaid, { user_id }, { ...INCOME_PERSON, username: 'user_custom', password });
  await plaid.craCheckReportCreate({ user_id, ...ASKED, days_required: 90 });
  await emulator.idle();
  expect(reports()).toMatchObject([
    { webhook_code: 'USER_CHECK_REPORT_FAILED', repairable_items: [], error: { status: 400 } },
  ]);
  expect(await refusal(plaid.craCheckReportBaseReportGet({ user_id }))).toMatchObject({
    type: 'CHECK_REPORT_ERROR',
    code: 'INSUFFICIENT_TRANSACTION_DATA',
  });
});
