import { describe, expect, it } from 'vitest';
import { INCOME, newestReport, stillBank } from '../support/bank-income';
import { HOOK } from '../support/check-report';
import { steer } from '../support/emulator-client';
import { aLegacyUser, anUpgradedUser, linkFor } from '../support/plaid-users';

describe('Bank Income, as time goes by', () => {
  it('does not move with time, until it is refreshed', async () => {
    const { plaid, emulator, delivered } = await stillBank();
    const { userToken: user_token, userId } = await aLegacyUser(plaid);
    await linkFor(plaid, { user_token }, { ...INCOME, webhook: HOOK });
    const before = await newestReport(plaid, { user_token });
    await steer(emulator, '/clock/advance', { days: 40 });
    expect(await newestReport(plaid, { user_token })).toEqual(before);
    await plaid.creditBankIncomeRefresh({ user_token, options: { days_requested: 365 } });
    await emulator.idle();
    const after = await newestReport(plaid, { user_token });
    expect(after.bank_income_id).not.toBe(before.bank_income_id);
    expect(after.bank_income_summary?.end_date).not.toBe(before.bank_income_summary?.end_date);
    expect(delivered).toContainEqual({
      webhook_type: 'INCOME',
      webhook_code: 'BANK_INCOME_REFRESH_COMPLETE',
      user_id: userId,
      result: 'SUCCESS',
      environment: 'sandbox',
    });
  });

  it('tells those who asked for it when a source dries up, once', async () => {
    const { plaid, emulator, delivered } = await stillBank();
    const { userToken: user_token, userId: user_id } = await aLegacyUser(plaid);
    await linkFor(plaid, { user_token }, { ...INCOME, webhook: HOOK });
    const updates = () => delivered.filter((body) => JSON.stringify(body).includes('REFRESH_UPDATE'));
    await steer(emulator, '/clock/advance', { days: 1 });
    await plaid.creditBankIncomeWebhookUpdate({ user_token, enable_webhooks: true });
    // The tenant pays for the last time in the third month, and is missed six weeks later.
    for (let month = 0; month < 5; month += 1) {
      await steer(emulator, '/clock/advance', { days: 31 });
      await emulator.idle();
    }
    expect(updates()).toEqual([
      {
        webhook_type: 'INCOME',
        webhook_code: 'BANK_INCOME_REFRESH_UPDATE',
        user_id,
        environment: 'sandbox',
      },
    ]);
  });
});

describe('the Sandbox fires income webhooks', () => {
  it('of payroll and of Bank Income', async () => {
    const { plaid, emulator, delivered } = await stillBank();
    const user_id = await anUpgradedUser(plaid);
    const request = {
      item_id: 'an item',
      user_id,
      webhook: HOOK,
      verification_status: 'VERIFICATION_STATUS_PROCESSING_COMPLETE',
      webhook_code: 'INCOME_VERIFICATION',
    };
    await plaid.sandboxIncomeFireWebhook(JSON.parse(JSON.stringify(request)));
    await plaid.sandboxBankIncomeFireWebhook(
      JSON.parse(
        JSON.stringify({
          webhook_override: HOOK,
          webhook_code: 'BANK_INCOME_REFRESH_UPDATE',
          webhook_fields: { user_id },
        }),
      ),
    );
    await emulator.idle();
    expect(delivered).toEqual([
      {
        webhook_type: 'INCOME',
        webhook_code: 'INCOME_VERIFICATION',
        item_id: 'an item',
        user_id,
        verification_status: 'VERIFICATION_STATUS_PROCESSING_COMPLETE',
        environment: 'sandbox',
      },
      {
        webhook_type: 'INCOME',
        webhook_code: 'BANK_INCOME_REFRESH_UPDATE',
        user_id,
        environment: 'sandbox',
      },
    ]);
  });
});
