import { describe, expect, it } from 'vitest';
import { anEmulator, plaidClientFor } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';

describe('a first link', () => {
  it('exchanges a public token once and then reads accounts and their balances', async () => {
    const emulator = anEmulator();
    const plaid = plaidClientFor(emulator);
    const { accessToken, itemId } = await linkedItem(plaid);
    const { data } = await plaid.accountsGet({ access_token: accessToken });
    expect(data.item.item_id).toBe(itemId);
    expect(data.request_id).toMatch(/^[A-Za-z0-9]{15}$/);
    const checking = data.accounts.find(({ subtype }) => subtype === 'checking');
    expect(checking?.balances.current).toBe(110);
    expect(checking?.mask).toBe('0000');
  });

  it('brings transactions, streams, debts, holdings and owners', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { accessToken: access_token } = await linkedItem(plaid, { days: 730 });
    const { data: sync } = await plaid.transactionsSync({ access_token, count: 500 });
    expect(sync.added.length).toBeGreaterThan(50);
    expect(sync.transactions_update_status).toBe('HISTORICAL_UPDATE_COMPLETE');
    // Plaid's older samples take a row apart by these.
    for (const { category, category_id, transaction_type } of sync.added) {
      expect(category?.[0]).toMatch(/^[A-Z]/);
      expect(category_id).toMatch(/^\d{8}$/);
      expect(['digital', 'place', 'special']).toContain(transaction_type);
    }
    const { data: recurring } = await plaid.transactionsRecurringGet({ access_token });
    expect(recurring.outflow_streams.length).toBeGreaterThan(0);
    expect(recurring.inflow_streams.length).toBeGreaterThan(0);
    const { data: liabilities } = await plaid.liabilitiesGet({ access_token });
    expect(liabilities.liabilities.credit).not.toBeNull();
    const { data: identity } = await plaid.identityGet({ access_token });
    expect(identity.accounts[0]?.owners.length).toBeGreaterThan(0);
  });
});
