/** Statements: listed by month, downloaded as PDF with a checksum, and right to the cent (STM-1). */
import { createHash } from 'node:crypto';
import { CountryCode, Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { amountText } from '@/emulator/pdf/amount-text';
import { winAnsi } from '@/emulator/pdf/win-ansi';
import { SLOW } from '../support/asset-bank';
import { steer } from '../support/emulator-client';
import { unspaced } from '../support/pdf-text';
import { refusal } from '../support/plaid-refusal';
import { cents, downloaded, linked, listed, SPRING } from '../support/statement-bank';

describe('the list', () => {
  it('has a statement for every month that was asked for, newest first, where there were rows', async () => {
    const accounts = await listed(await linked());
    const checking = accounts.find(({ account_subtype }) => account_subtype === 'checking');
    expect(checking?.statements.map(({ year, month, date_posted }) => [year, month, date_posted])).toEqual([
      [2026, 5, '2026-06-01'],
      [2026, 4, '2026-05-01'],
      [2026, 3, '2026-04-01'],
      [2026, 2, '2026-03-01'],
    ]);
    expect(accounts.some(({ account_type }) => ['loan', 'investment'].includes(account_type))).toBe(false);
    const ids = accounts.flatMap(({ statements }) => statements.map(({ statement_id }) => statement_id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('ends where an account begins', async () => {
    const row = (date: string) => ({
      date_transacted: date,
      date_posted: date,
      amount: 20,
      description: 'Kiosk',
      currency: 'USD',
    });
    const account = {
      type: 'depository',
      subtype: 'checking',
      starting_balance: 500,
      transactions: [row('2026-04-10'), row('2026-05-12')],
    };
    const there = await linked({
      username: 'user_custom',
      password: JSON.stringify({ override_accounts: [account] }),
      statements: { start_date: '2024-06-20' },
    });
    const [only] = await listed(there);
    expect(only?.statements.map(({ year, month }) => `${year}-${month}`)).toEqual(['2026-5', '2026-4']);
    const { said } = await downloaded(there, only?.statements[1]?.statement_id ?? '');
    expect(cents(said, 'Opening balance') - cents(said, 'Closing balance')).toBe(2000);
  });

  it('is there at once, while rows are still on their way', async () => {
    const there = await linked({ bank: { delays: { initial: 1000, historical: 9000, webhookRetries: [] } } });
    const [first] = await listed(there);
    expect(first?.statements.length).toBeGreaterThan(0);
  });

  it('needs the product and an Item that works', async () => {
    const there = await linked();
    await steer(there.emulator, '/items/break', { item_id: there.itemId });
    expect(await refusal(there.plaid.statementsList({ access_token: there.access_token }))).toMatchObject({
      code: 'ITEM_LOGIN_REQUIRED',
    });
    const without = await there.plaid.sandboxPublicTokenCreate({
      institution_id: 'ins_109508',
      initial_products: [Products.Transactions],
    });
    const { access_token } = (
      await there.plaid.itemPublicTokenExchange({ public_token: without.data.public_token })
    ).data;
    expect(await refusal(there.plaid.statementsList({ access_token }))).toMatchObject({
      code: 'PRODUCT_NOT_ENABLED',
    });
    expect(await refusal(linked({ statements: { end_date: '2026-01-01' } }))).toMatchObject({
      code: 'INVALID_FIELD',
    });
    expect(await refusal(linked({ statements: { start_date: '2023-01-01' } }))).toMatchObject({
      code: 'INVALID_FIELD',
    });
  });
});

describe('a link token', () => {
  it('for statements says for which days', async () => {
    const { plaid } = await linked();
    const request = {
      client_name: 'Evenkeel',
      language: 'en',
      country_codes: [CountryCode.Us],
      user: { client_user_id: 'ann' },
      products: [Products.Statements],
    };
    expect(await refusal(plaid.linkTokenCreate(request))).toMatchObject({ code: 'MISSING_FIELDS' });
    const { data } = await plaid.linkTokenCreate({ ...request, statements: SPRING });
    expect(data.link_token).toMatch(/^link-sandbox-/);
  });
});

describe('a statement', () => {
  it('leads from its opening balance over its lines to its closing balance, month after month', async () => {
    const there = await linked();
    for (const { account_name, account_type, statements } of await listed(there)) {
      let opensNext: number | null = null;
      for (const { statement_id } of statements) {
        const { said } = await downloaded(there, statement_id);
        expect(said).toContain(account_name);
        const [opening, closing] = [cents(said, 'Opening balance'), cents(said, 'Closing balance')];
        const labels =
          account_type === 'credit' ? ['Charges', 'Payments and credits'] : ['Deposits', 'Withdrawals'];
        expect(opening + labels.reduce((sum, label) => sum + cents(said, label), 0)).toBe(closing);
        if (opensNext !== null) expect(closing).toBe(opensNext);
        opensNext = opening;
      }
    }
  });

  it('has every posted row of its days', async () => {
    const there = await linked();
    const { access_token, plaid } = there;
    const accounts = await listed(there);
    const checking = accounts.find(({ account_subtype }) => account_subtype === 'checking');
    const may = checking?.statements.find(({ month }) => month === 5);
    const { said } = await downloaded(there, may?.statement_id ?? '');
    const { data } = await plaid.transactionsGet({
      access_token,
      start_date: '2026-05-01',
      end_date: '2026-05-31',
      options: { account_ids: [checking?.account_id ?? ''], count: 500, include_original_description: true },
    });
    const rows = data.transactions.filter(({ pending }) => !pending);
    expect(rows.length).toBeGreaterThan(10);
    const text = unspaced(said);
    for (const { date, original_description, amount } of rows) {
      const line = `${date} ${original_description} ${amountText(-amount, 'USD')}`;
      expect(text).toContain(unspaced(winAnsi(line)));
    }
  });

  it("closes a card's period with the balance that its liabilities name", async () => {
    const there = await linked();
    const card = (await listed(there)).find(({ account_type }) => account_type === 'credit');
    const newest = card?.statements[0];
    const { data } = await there.plaid.liabilitiesGet({ access_token: there.access_token });
    const facts = data.liabilities.credit?.find(({ account_id }) => account_id === card?.account_id);
    expect(newest?.date_posted).toBe(facts?.last_statement_issue_date);
    const { said } = await downloaded(there, newest?.statement_id ?? '');
    expect(cents(said, 'Closing balance')).toBe(Math.round((facts?.last_statement_balance ?? 0) * 100));
  });

  it('comes with its checksum, and is the same file at every download', async () => {
    const there = await linked();
    const id = (await listed(there))[0]?.statements[0]?.statement_id ?? '';
    const { bytes, headers, said } = await downloaded(there, id);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'plaid-content-hash': createHash('sha256').update(bytes).digest('hex'),
    });
    expect(said).toContain('Made by the Evenkeel emulator');
    await steer(there.emulator, '/clock/advance', { days: 9 });
    expect((await downloaded(there, id)).bytes).toEqual(bytes);
    const { plaid, access_token } = there;
    expect(await refusal(plaid.statementsDownload({ access_token, statement_id: 'x' }))).toMatchObject({
      code: 'INVALID_FIELD',
    });
  });
});

describe('a refresh', () => {
  it('brings the statements of other days, and tells when they are there', async () => {
    const there = await linked({ bank: SLOW });
    await steer(there.emulator, '/clock/freeze');
    const count = async () => (await listed(there))[0]?.statements.length ?? 0;
    const before = await count();
    const { access_token } = there;
    await there.plaid.statementsRefresh({ access_token, start_date: '2025-12-01', end_date: '2026-02-28' });
    await there.emulator.idle();
    expect(await count()).toBe(before);
    await steer(there.emulator, '/clock/advance', { ms: 60_000 });
    await there.emulator.idle();
    expect(await count()).toBe(before + 3);
    expect(there.hooks.at(-1)).toEqual({
      webhook_type: 'STATEMENTS',
      webhook_code: 'STATEMENTS_REFRESH_COMPLETE',
      item_id: there.itemId,
      result: 'SUCCESS',
      environment: 'sandbox',
    });
  });

  it('fails when the bank lets nobody in meanwhile', async () => {
    const there = await linked({ bank: SLOW });
    await steer(there.emulator, '/clock/freeze');
    const { access_token } = there;
    await there.plaid.statementsRefresh({ access_token, start_date: '2025-12-01', end_date: '2026-02-28' });
    await steer(there.emulator, '/items/break', { item_id: there.itemId });
    await steer(there.emulator, '/clock/advance', { ms: 60_000 });
    await there.emulator.idle();
    expect(there.hooks.at(-1)).toMatchObject({ webhook_type: 'STATEMENTS', result: 'FAILURE' });
  });
});
