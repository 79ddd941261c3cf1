import { Products, SandboxItemSetVerificationStatusRequestVerificationStatusEnum as Status } from 'plaid';
import { describe, expect, it } from 'vitest';
import { steer } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { HOOK, listeningEmulator } from '../support/listening-emulator';
import { refusal } from '../support/plaid-refusal';

async function waiting() {
  const listening = listeningEmulator();
  const { plaid } = listening;
  const { accessToken: access_token, itemId } = await linkedItem(plaid, {
    password: 'microdeposits_good',
    institutionId: 'ins_109512',
    products: [Products.Auth],
    webhook: HOOK,
  });
  const { accounts } = (await plaid.accountsGet({ access_token })).data;
  await listening.codes();
  return { ...listening, access_token, itemId, accounts };
}

describe('micro-deposits', () => {
  it('wait for their proof, which succeeds by itself after a day', async () => {
    const { emulator, plaid, access_token, accounts } = await waiting();
    expect(accounts[0]?.verification_status).toBe('pending_automatic_verification');
    expect((await refusal(plaid.authGet({ access_token }))).code).toBe('PRODUCT_NOT_READY');
    await steer(emulator, '/clock/advance', { days: 1 });
    const { data } = await plaid.authGet({ access_token });
    expect(data.accounts[0]?.verification_status).toBe('automatically_verified');
    expect(data.numbers.ach).toHaveLength(2);
  });

  it('end as a program says, with the webhook of that end', async () => {
    const { plaid, heard, access_token, itemId, accounts } = await waiting();
    const account_id = accounts[0]?.account_id ?? '';
    const set = (verification_status: Status) =>
      plaid.sandboxItemSetVerificationStatus({ access_token, account_id, verification_status });
    await set(Status.VerificationExpired);
    expect((await refusal(plaid.authGet({ access_token }))).code).toBe('PRODUCT_NOT_READY');
    await set(Status.AutomaticallyVerified);
    const { numbers } = (await plaid.authGet({ access_token })).data;
    expect(numbers.ach.map((ach) => ach.account_id)).toEqual([account_id]);
    expect(await heard()).toEqual(
      ['VERIFICATION_EXPIRED', 'AUTOMATICALLY_VERIFIED'].map((webhook_code) => ({
        webhook_type: 'AUTH',
        webhook_code,
        item_id: itemId,
        account_id,
        error: null,
        environment: 'sandbox',
      })),
    );
  });

  it('belong to Auth', async () => {
    const { plaid } = listeningEmulator();
    const { accessToken: access_token } = await linkedItem(plaid);
    const call = plaid.sandboxItemSetVerificationStatus({
      access_token,
      account_id: 'any',
      verification_status: Status.AutomaticallyVerified,
    });
    expect((await refusal(call)).code).toBe('SANDBOX_PRODUCT_NOT_ENABLED');
  });
});
