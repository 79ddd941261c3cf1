/** Reports from reports: fast, filtered, refreshed and audited ones, and what becomes of broken Items (AST-6 … AST-12). */
import { AssetReportAddOns, Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { HOOK, linked, ordered, read, SLOW } from '../support/asset-bank';
import { steer } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { refusal } from '../support/plaid-refusal';

describe('a warning', () => {
  it('names what a report does without', async () => {
    const account = { type: 'depository', subtype: 'checking', identity: { names: [] } };
    const there = await linked(
      {},
      { username: 'user_custom', password: JSON.stringify({ override_accounts: [account] }) },
    );
    const add_ons = [AssetReportAddOns.Investments];
    const { report, warnings } = await read(there, await ordered(there, { options: { add_ons } }));
    expect(report.items[0]?.accounts[0]).toMatchObject({ ownership_type: null });
    expect(warnings.map(({ warning_code, cause }) => [warning_code, cause?.error_code])).toEqual([
      ['OWNERS_UNAVAILABLE', 'PRODUCTS_NOT_SUPPORTED'],
      ['INVESTMENTS_UNAVAILABLE', 'NO_INVESTMENT_ACCOUNTS'],
    ]);
    expect(warnings.every(({ cause }) => cause?.item_id === there.itemId)).toBe(true);
  });
});

describe('a fast report', () => {
  it('comes first, with balances and owners and no history', async () => {
    const there = await linked(SLOW);
    await steer(there.emulator, '/clock/freeze');
    const token = await ordered(there, {
      options: { webhook: HOOK, add_ons: [AssetReportAddOns.FastAssets] },
    });
    await steer(there.emulator, '/clock/advance', { ms: 30_000 });
    await there.emulator.idle();
    const { report } = await read(there, token, { fast_report: true });
    const accounts = report.items.flatMap((item) => item.accounts);
    expect(accounts.every(({ owners, balances }) => owners.length > 0 && balances.current !== null)).toBe(
      true,
    );
    expect(accounts.every((one) => one.transactions.length + one.historical_balances.length === 0)).toBe(
      true,
    );
    expect(await refusal(there.plaid.assetReportGet({ asset_report_token: token }))).toMatchObject({
      code: 'PRODUCT_NOT_READY',
    });
    await steer(there.emulator, '/clock/advance', { ms: 30_000 });
    await there.emulator.idle();
    expect(there.hooks.map(({ report_type }) => report_type)).toEqual(['FAST', 'FULL']);
  });

  it('is an error where it was not asked for', async () => {
    const there = await linked();
    const asset_report_token = await ordered(there);
    expect(
      await refusal(there.plaid.assetReportGet({ asset_report_token, fast_report: true })),
    ).toMatchObject({
      code: 'INVALID_FIELD',
    });
  });
});

describe('a report from a report', () => {
  it('leaves accounts out, with the same figures and a name of its own', async () => {
    const there = await linked();
    const parent = await ordered(there, { options: { webhook: HOOK } });
    const full = (await read(there, parent)).report;
    const ids = full.items.flatMap(({ accounts }) => accounts.map(({ account_id }) => account_id));
    await steer(there.emulator, '/clock/advance', { days: 3 });
    const { data } = await there.plaid.assetReportFilter({
      asset_report_token: parent,
      account_ids_to_exclude: ids.slice(1),
    });
    await there.emulator.idle();
    const few = (await read(there, data.asset_report_token)).report;
    expect(few.asset_report_id).not.toBe(full.asset_report_id);
    expect(few.items[0]?.accounts).toEqual(full.items[0]?.accounts.slice(0, 1));
    expect(there.hooks.map(({ asset_report_id }) => asset_report_id)).toEqual([
      full.asset_report_id,
      few.asset_report_id,
    ]);
    expect(
      await refusal(
        there.plaid.assetReportFilter({ asset_report_token: parent, account_ids_to_exclude: ['x'] }),
      ),
    ).toMatchObject({ code: 'INVALID_ACCOUNT_ID' });
    const again = await there.plaid.assetReportRefresh({ asset_report_token: data.asset_report_token });
    const fresh = (await read(there, again.data.asset_report_token)).report;
    expect(fresh.items[0]?.accounts.map(({ account_id }) => account_id)).toEqual(ids.slice(0, 1));
    expect(fresh.date_generated > full.date_generated).toBe(true);
  });

  it('is refreshed with the same options, or with others', async () => {
    const there = await linked();
    const user = { first_name: 'Ann', last_name: 'Lee', ssn: '123-45-6789' };
    const parent = await ordered(there, { options: { client_report_id: 'a', user } });
    const { data } = await there.plaid.assetReportRefresh({
      asset_report_token: parent,
      days_requested: 5,
      options: { client_report_id: '', user: { last_name: 'Low' } },
    });
    const { report } = await read(there, data.asset_report_token);
    expect(report).toMatchObject({ client_report_id: null, days_requested: 5 });
    expect(report.user).toMatchObject({ first_name: 'Ann', last_name: 'Low', ssn: '123-45-6789' });
  });

  it('may be read by an auditor until the copy or the report goes', async () => {
    const there = await linked();
    const asset_report_token = await ordered(there);
    const copy = async () =>
      (await there.plaid.assetReportAuditCopyCreate({ asset_report_token, auditor_id: 'fannie_mae' })).data
        .audit_copy_token;
    const [one, two] = [await copy(), await copy()];
    const mine = await read(there, asset_report_token, { include_insights: true });
    const theirs = (await there.plaid.assetReportAuditCopyGet({ audit_copy_token: one })).data;
    expect(theirs.report).toEqual(mine.report);
    await there.plaid.assetReportAuditCopyRemove({ audit_copy_token: one });
    const gone = { type: 'INVALID_INPUT', code: 'INVALID_AUDIT_COPY_TOKEN' };
    expect(await refusal(there.plaid.assetReportAuditCopyGet({ audit_copy_token: one }))).toMatchObject(gone);
    await there.plaid.assetReportAuditCopyGet({ audit_copy_token: two });
    await there.plaid.assetReportRemove({ asset_report_token });
    expect(await refusal(there.plaid.assetReportAuditCopyGet({ audit_copy_token: two }))).toMatchObject(gone);
  });
});

describe('an Item in trouble', () => {
  it('refuses the order at once when it is broken already', async () => {
    const there = await linked();
    await steer(there.emulator, '/items/break', { item_id: there.itemId });
    const request = { access_tokens: [there.accessToken], days_requested: 9 };
    const answer = await there.plaid.assetReportCreate(request).catch((error: unknown) => error);
    expect(answer).toMatchObject({
      response: {
        data: {
          error_type: 'ASSET_REPORT_ERROR',
          error_code: 'DATA_UNAVAILABLE',
          documentation_url: 'https://plaid.com/docs/?ref=error#asset-report-errors',
          causes: [{ item_id: there.itemId, error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' }],
        },
      },
    });
  });

  it('fails the report when it breaks meanwhile', async () => {
    const there = await linked(SLOW);
    await steer(there.emulator, '/clock/freeze');
    const asset_report_token = await ordered(there, { options: { webhook: HOOK } });
    await steer(there.emulator, '/items/break', { item_id: there.itemId });
    await steer(there.emulator, '/clock/advance', { ms: 60_000 });
    await there.emulator.idle();
    expect(there.hooks.at(-1)).toMatchObject({
      webhook_code: 'ERROR',
      error: { error_type: 'ASSET_REPORT_ERROR', error_code: 'DATA_UNAVAILABLE' },
    });
    expect(await refusal(there.plaid.assetReportGet({ asset_report_token }))).toMatchObject({
      type: 'ASSET_REPORT_ERROR',
      code: 'DATA_UNAVAILABLE',
    });
    expect(await refusal(there.plaid.assetReportAuditCopyCreate({ asset_report_token }))).toMatchObject({
      code: 'INVALID_PARENT',
    });
  });

  it('is left out with a warning where the others are enough', async () => {
    const there = await linked(SLOW);
    await steer(there.emulator, '/clock/freeze');
    const other = await linkedItem(there.plaid, { products: [Products.Assets], institutionId: 'ins_109511' });
    const token = await ordered(there, {
      access_tokens: [there.accessToken, other.accessToken],
      options: { require_all_items: false },
    });
    await steer(there.emulator, '/items/break', { item_id: other.itemId });
    await steer(there.emulator, '/clock/advance', { ms: 60_000 });
    const { report, warnings } = await read(there, token);
    expect(report.items.map(({ item_id }) => item_id)).toEqual([there.itemId]);
    expect(warnings).toMatchObject([
      {
        warning_type: 'ASSET_REPORT_WARNING',
        cause: { item_id: other.itemId, error_code: 'ITEM_LOGIN_REQUIRED' },
      },
    ]);
  });
});
