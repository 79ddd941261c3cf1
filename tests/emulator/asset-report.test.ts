/** Asset Reports: ordered, waited for, read, and never changed afterwards (AST-1 … AST-7). */
import { AssetReportAddOns, type AssetReportGetResponse, Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '@/lib/core/day';
import { MemoryStore } from '@/emulator/stores/memory';
import { bank, HOOK, linked, NOW, ordered, read, SLOW, TODAY } from '../support/asset-bank';
import { steer } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { refusal } from '../support/plaid-refusal';

describe('an order', () => {
  it('names a report that is not ready until its time has come, and tells when it is', async () => {
    const there = await linked(SLOW);
    await steer(there.emulator, '/clock/freeze');
    const { data } = await there.plaid.assetReportCreate({
      access_tokens: [there.accessToken],
      days_requested: 30,
      options: { webhook: HOOK, client_report_id: 'loan-7' },
    });
    expect(data.asset_report_token).toMatch(/^assets-sandbox-[0-9a-f-]{36}$/);
    const { asset_report_token } = data;
    const early = await refusal(there.plaid.assetReportGet({ asset_report_token }));
    expect(early).toMatchObject({ status: 400, type: 'ASSET_REPORT_ERROR', code: 'PRODUCT_NOT_READY' });
    expect(await refusal(there.plaid.assetReportRefresh({ asset_report_token }))).toMatchObject({
      code: 'PRODUCT_NOT_READY',
    });
    await steer(there.emulator, '/clock/advance', { ms: 60_000 });
    await there.emulator.idle();
    const { report } = await read(there, asset_report_token);
    expect(report).toMatchObject({
      asset_report_id: data.asset_report_id,
      client_report_id: 'loan-7',
      days_requested: 30,
    });
    expect(report.date_generated).toBe(new Date(NOW + 60_000).toISOString());
    expect(there.hooks).toEqual([
      {
        webhook_type: 'ASSETS',
        webhook_code: 'PRODUCT_READY',
        asset_report_id: data.asset_report_id,
        report_type: 'FULL',
        environment: 'sandbox',
      },
    ]);
  });

  it('is refused without the product, without tokens, beyond two years, and with a bad number', async () => {
    const there = await linked();
    const other = await linkedItem(there.plaid, { products: [Products.Transactions] });
    const refused = async (order: object) =>
      refusal(
        there.plaid.assetReportCreate({ access_tokens: [there.accessToken], days_requested: 9, ...order }),
      );
    const without = await refused({ access_tokens: [there.accessToken, other.accessToken] });
    expect(without).toMatchObject({ type: 'ASSET_REPORT_ERROR', code: 'PRODUCT_NOT_ENABLED' });
    expect(without.message).toContain(other.accessToken);
    expect(without.message).not.toContain(there.accessToken);
    expect(await refused({ access_tokens: undefined })).toMatchObject({ code: 'MISSING_FIELDS' });
    expect(await refused({ access_tokens: [] })).toMatchObject({ code: 'INVALID_FIELD' });
    expect(await refused({ days_requested: undefined })).toMatchObject({ code: 'MISSING_FIELDS' });
    expect(await refused({ days_requested: 732 })).toMatchObject({ code: 'INVALID_FIELD' });
    expect(await refused({ options: { user: { ssn: '123456789' } } })).toMatchObject({
      code: 'INVALID_FIELD',
    });
    expect(await refused({ options: { add_ons: ['gold'] } })).toMatchObject({ code: 'INVALID_FIELD' });
    expect(await refused({ options: { webhook: 'nowhere' } })).toMatchObject({ code: 'INVALID_FIELD' });
    expect(await refused({ days: 3 })).toMatchObject({ code: 'UNKNOWN_FIELDS' });
    expect(await refused({ access_tokens: ['access-sandbox-x'] })).toMatchObject({
      code: 'INVALID_ACCESS_TOKEN',
    });
  });
});

describe('a report', () => {
  it('shows what the other endpoints show at the same instant', async () => {
    const there = await linked({}, { days: 60 });
    const { report, warnings } = await read(there, await ordered(there));
    const { accounts, item } = (await there.plaid.accountsGet({ access_token: there.accessToken })).data;
    expect(report.items).toHaveLength(1);
    expect(report.items[0]).toMatchObject({ item_id: item.item_id, institution_name: 'First Platypus Bank' });
    const shown = report.items.flatMap((one) => one.accounts);
    expect(shown.map(({ account_id }) => account_id)).toEqual(accounts.map(({ account_id }) => account_id));
    for (const [index, account] of accounts.entries()) {
      expect(shown[index]?.balances).toEqual({ ...account.balances, margin_loan_amount: null });
    }
    const { data: identity } = await there.plaid.identityGet({ access_token: there.accessToken });
    expect(shown.map(({ owners }) => owners)).toEqual(identity.accounts.map(({ owners }) => owners));
    const { data: sync } = await there.plaid.transactionsSync({
      access_token: there.accessToken,
      count: 500,
      options: { include_original_description: true },
    });
    expect(sync.has_more).toBe(false);
    const facts = sync.added.map((row) => [
      row.transaction_id,
      row.amount,
      row.date,
      row.pending,
      row.original_description,
    ]);
    const rows = shown.flatMap(({ transactions }) => transactions);
    expect(facts.length).toBeGreaterThan(50);
    expect(
      rows
        .map((row) => [row.transaction_id, row.amount, row.date, row.pending, row.original_description])
        .sort(),
    ).toEqual(facts.sort());
    expect(warnings).toEqual([]);
  });

  it('has a balance for the end of every day before, from which the rows lead to today', async () => {
    const there = await linked();
    const { report } = await read(there, await ordered(there, { days_requested: 90 }));
    const accounts = report.items.flatMap((item) => item.accounts);
    const lived = accounts.filter(({ transactions }) => transactions.length > 0);
    expect(lived.length).toBeGreaterThan(2);
    for (const { type, balances, historical_balances, transactions, days_available } of accounts) {
      const hasHistory = ['depository', 'credit'].includes(type);
      expect(historical_balances).toHaveLength(hasHistory ? days_available : 0);
      if (!hasHistory) continue;
      historical_balances.forEach(({ date }, index) => expect(date).toBe(addDays(TODAY, -1 - index)));
      const oldest = historical_balances.at(-1);
      const booked = transactions
        .filter(({ pending, date }) => !pending && date > String(oldest?.date))
        .reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
      const moved = Math.round(((balances.current ?? 0) - (oldest?.current ?? 0)) * 100);
      expect(moved).toBe(type === 'credit' ? booked : -booked);
    }
  });

  it.each([
    ['user_student', 'ins_109509'],
    ['demo_household', 'ins_109508'],
  ])('has balances of %s that move each day by the rows of that day', async (username, institutionId) => {
    const there = await linked({}, { username, institutionId, days: 730 });
    const { report } = await read(there, await ordered(there, { days_requested: 730 }));
    let days = 0;
    for (const { type, historical_balances, transactions } of report.items.flatMap((item) => item.accounts)) {
      const sign = type === 'credit' ? 100 : -100;
      historical_balances.forEach(({ date, current }, index) => {
        const before = historical_balances[index + 1]?.current ?? null;
        if (before === null || current === null) return;
        const booked = transactions
          .filter((row) => !row.pending && row.date === date)
          .reduce((sum, { amount }) => sum + Math.round(amount * sign), 0);
        expect([date, Math.round(current * 100) - Math.round(before * 100)]).toEqual([date, booked]);
        days += 1;
      });
    }
    expect(days).toBeGreaterThan(1000);
  });

  it('counts rows that were added to the Item by hand', async () => {
    const there = await linked();
    const { accounts } = (await there.plaid.accountsGet({ access_token: there.accessToken })).data;
    const checking = accounts.find(({ subtype }) => subtype === 'checking');
    const past = addDays(TODAY, -10);
    const before = await read(there, await ordered(there));
    await steer(there.emulator, '/transactions/add', {
      item_id: there.itemId,
      account_id: checking?.account_id,
      amount: 40,
      name: 'Piano tuner',
      date: past,
    });
    const after = await read(there, await ordered(there));
    const onDay = (answer: AssetReportGetResponse, date: Day) =>
      answer.report.items[0]?.accounts
        .find(({ account_id }) => account_id === checking?.account_id)
        ?.historical_balances.find((balance) => balance.date === date)?.current ?? Number.NaN;
    expect(onDay(after, past)).toBeCloseTo(onDay(before, past) - 40, 6);
    expect(onDay(after, addDays(past, -1))).toBe(onDay(before, addDays(past, -1)));
    expect(JSON.stringify(after)).toContain('Piano tuner');
  });

  it('never changes, whatever happens to its Item and however time goes', async () => {
    const there = await linked();
    const token = await ordered(there);
    const then = (await read(there, token)).report;
    await steer(there.emulator, '/clock/advance', { days: 20 });
    await steer(there.emulator, '/items/break', { item_id: there.itemId });
    expect((await read(there, token)).report).toEqual(then);
    await there.plaid.itemRemove({ access_token: there.accessToken });
    expect((await read(there, token)).report).toEqual(then);
    expect((await there.plaid.assetReportRemove({ asset_report_token: token })).data.removed).toBe(true);
    const gone = await refusal(there.plaid.assetReportGet({ asset_report_token: token }));
    expect(gone).toMatchObject({ type: 'INVALID_INPUT', code: 'INVALID_ASSET_REPORT_TOKEN' });
    expect(await refusal(there.plaid.assetReportRefresh({ asset_report_token: token }))).toMatchObject({
      type: 'ASSET_REPORT_ERROR',
      code: 'INVALID_PARENT',
    });
  });

  it('is made by the emulator that follows, when the first one stops before it is due', async () => {
    const store = new MemoryStore();
    const { delays } = SLOW;
    const first = await linked({ store, delays });
    const token = await ordered(first, { options: { webhook: HOOK } });
    await first.emulator.idle();
    const later = bank({ store, delays, realTime: () => NOW + 3_600_000 });
    await later.emulator.idle();
    const { report } = (await later.plaid.assetReportGet({ asset_report_token: token })).data;
    expect(report.date_generated).toBe(new Date(NOW + 60_000).toISOString());
    await later.emulator.idle();
    expect([...first.hooks, ...later.hooks]).toHaveLength(1);
  });

  it('reads rows for its reader only with insights, and shortens its history on demand', async () => {
    const there = await linked();
    const token = await ordered(there);
    const plain = await read(there, token);
    const insights = await read(there, token, { include_insights: true, options: { days_to_include: 7 } });
    const rowsOf = ({ report }: AssetReportGetResponse) =>
      report.items.flatMap(({ accounts }) => accounts.flatMap(({ transactions }) => transactions));
    expect(rowsOf(plain).every((row) => !('merchant_name' in row) && !('category' in row))).toBe(true);
    expect(rowsOf(insights).some(({ merchant_name }) => merchant_name)).toBe(true);
    expect(rowsOf(insights).every(({ credit_category, name }) => credit_category && name)).toBe(true);
    expect(rowsOf(insights).every(({ date }) => date >= addDays(TODAY, -7))).toBe(true);
    expect(rowsOf(insights).length).toBeLessThan(rowsOf(plain).length);
    const kept = new Set(rowsOf(insights).map(({ transaction_id }) => transaction_id));
    const expected = rowsOf(plain).filter(({ date }) => date >= addDays(TODAY, -7));
    expect(expected.every(({ transaction_id }) => kept.has(transaction_id))).toBe(true);
  });

  it('has holdings, securities and trades with that add-on', async () => {
    const there = await linked();
    const add_ons = [AssetReportAddOns.Investments];
    const { report } = await read(there, await ordered(there, { options: { add_ons } }));
    const { data } = await there.plaid.investmentsHoldingsGet({ access_token: there.accessToken });
    const shown = report.items.flatMap(({ accounts }) =>
      accounts.flatMap(({ investments }) => investments ?? []),
    );
    const values = shown.flatMap(({ holdings = [] }) =>
      holdings.map(({ institution_value }) => institution_value),
    );
    expect(values).toEqual(data.holdings.map(({ institution_value }) => institution_value));
    expect(shown.length).toBeGreaterThan(0);
  });
});
