import { EnrichTransactionDirection, PersonalFinanceCategoryVersion } from 'plaid';
import { describe, expect, it } from 'vitest';
import { anEmulator, plaidClientFor } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { refusal } from '../support/plaid-refusal';

const { Inflow, Outflow } = EnrichTransactionDirection;

function bare(description: string, direction = Outflow) {
  return { id: '1', description, amount: 72.1, direction, iso_currency_code: 'USD' };
}

async function enriched(description: string, more: object = {}) {
  const { data } = await plaidClientFor(anEmulator()).transactionsEnrich({
    account_type: 'depository',
    transactions: [{ ...bare(description), ...more }],
  });
  return data.enriched_transactions[0];
}

describe('/transactions/enrich', () => {
  it("knows the lines of Plaid's own page", async () => {
    const walmart = await enriched('PURCHASE WM SUPERCENTER #1700', {
      location: { city: 'Poway', region: 'CA' },
    });
    expect(walmart).toMatchObject({
      id: '1',
      description: 'PURCHASE WM SUPERCENTER #1700',
      amount: 72.1,
      direction: 'OUTFLOW',
      enrichments: {
        merchant_name: 'Walmart',
        website: 'walmart.com',
        payment_channel: 'in store',
        personal_finance_category: {
          primary: 'GENERAL_MERCHANDISE',
          detailed: 'GENERAL_MERCHANDISE_SUPERSTORES',
          confidence_level: 'VERY_HIGH',
        },
        personal_finance_category_icon_url:
          'https://plaid-category-icons.plaid.com/PFC_GENERAL_MERCHANDISE.png',
        location: { city: 'Poway', region: 'CA', store_number: '1700', address: null },
      },
    });
    const delivered = await enriched('DD DOORDASH BURGERKIN 855-123-4567 CA');
    expect(delivered?.enrichments).toMatchObject({
      merchant_name: 'Burger King',
      payment_channel: 'online',
      phone_number: '+18551234567',
      personal_finance_category: { detailed: 'FOOD_AND_DRINK_FAST_FOOD' },
      counterparties: [
        { name: 'DoorDash', type: 'marketplace' },
        { name: 'Burger King', type: 'merchant' },
      ],
    });
    const [, shop] = delivered?.enrichments.counterparties ?? [];
    expect(delivered?.enrichments.entity_id).toBe(shop?.entity_id);
  });

  it('says nothing of a line that it does not know', async () => {
    const unknown = await enriched('XQ 99812 ZZYZX HOLDING', {
      client_user_id: 'ann',
      account_type: 'depository',
    });
    expect(unknown).toEqual({
      ...bare('XQ 99812 ZZYZX HOLDING'),
      client_user_id: 'ann',
      account_type: 'depository',
      enrichments: {
        check_number: null,
        counterparties: [],
        entity_id: null,
        location: {
          address: null,
          city: null,
          region: null,
          postal_code: null,
          country: null,
          lat: null,
          lon: null,
          store_number: null,
        },
        logo_url: null,
        merchant_name: null,
        payment_channel: 'other',
        phone_number: null,
        personal_finance_category: null,
        personal_finance_category_icon_url: 'https://plaid-category-icons.plaid.com/PFC_OTHER.png',
        website: null,
      },
    });
  });

  it('takes a payer of wages for one only when money comes in', async () => {
    const wages = await enriched('GUSTO PAYROLL', { direction: Inflow });
    expect(wages?.enrichments.personal_finance_category?.detailed).toMatch(/^INCOME_(WAGES|SALARY)$/);
    expect((await enriched('GUSTO PAYROLL'))?.enrichments.personal_finance_category).toBeNull();
  });

  it('reads check numbers, and names the maker of a card reader', async () => {
    expect((await enriched('CHECK #1051'))?.enrichments.check_number).toBe('1051');
    const coffee = await enriched('SQ *BLUEBIRD COFFEE');
    expect(coffee?.enrichments.counterparties.map(({ name, type }) => [name, type])).toEqual([
      ['Bluebird Coffee', 'merchant'],
      ['Square', 'payment_terminal'],
    ]);
  });

  it('finds again what our own banks say of their rows', async () => {
    const plaid = plaidClientFor(anEmulator());
    const { accessToken: access_token } = await linkedItem(plaid, { days: 365 });
    const { transactions: rows } = (
      await plaid.transactionsGet({
        access_token,
        start_date: '2020-01-01',
        end_date: '2040-01-01',
        options: { include_original_description: true, count: 500 },
      })
    ).data;
    const named = rows.filter(({ merchant_name }) => merchant_name).slice(0, 100);
    const transactions = named.map(({ transaction_id, amount, original_description }) => ({
      ...bare(original_description ?? '', amount < 0 ? Inflow : Outflow),
      id: transaction_id,
      amount: Math.abs(amount),
    }));
    const { data } = await plaid.transactionsEnrich({ account_type: 'credit', transactions });
    expect(data.enriched_transactions.map(({ enrichments }) => enrichments.merchant_name)).toEqual(
      named.map(({ merchant_name }) => merchant_name),
    );
  });

  it('adds the category of before on request', async () => {
    const { data } = await plaidClientFor(anEmulator()).transactionsEnrich({
      account_type: 'credit',
      transactions: [bare('STARBUCKS STORE 1234')],
      options: { include_legacy_category: true },
    });
    expect(data.enriched_transactions[0]?.enrichments).toMatchObject({
      legacy_category: ['Food and Drink', 'Restaurants', 'Coffee Shop'],
      legacy_category_id: '13005043',
    });
  });

  it('names the version of its categories', async () => {
    const { data } = await plaidClientFor(anEmulator()).transactionsEnrich({
      account_type: 'depository',
      transactions: [bare('GUSTO PAYROLL', Inflow)],
      options: { personal_finance_category_version: PersonalFinanceCategoryVersion.V2 },
    });
    const [row] = data.enriched_transactions;
    expect(row?.enrichments.personal_finance_category).toMatchObject({
      detailed: 'INCOME_SALARY',
      version: 'v2',
    });
  });

  it('refuses more than a hundred rows, other accounts, and amounts with a sign', async () => {
    const plaid = plaidClientFor(anEmulator());
    const row = bare('UBER TRIP');
    const codeOf = (account_type: string, transactions: object[]) =>
      refusal(plaid.transactionsEnrich({ account_type, transactions: transactions as (typeof row)[] })).then(
        ({ code }) => code,
      );
    expect(
      await codeOf(
        'depository',
        Array.from({ length: 101 }, () => row),
      ),
    ).toBe('INVALID_FIELD');
    expect(await codeOf('depository', [])).toBe('INVALID_FIELD');
    expect(await codeOf('investment', [row])).toBe('INVALID_FIELD');
    expect(await codeOf('depository', [{ ...row, amount: -1 }])).toBe('INVALID_FIELD');
    expect(await codeOf('depository', [{ ...row, direction: 'UP' }])).toBe('INVALID_FIELD');
    expect(await codeOf('depository', [{ ...row, iso_currency_code: 'dollars' }])).toBe('INVALID_FIELD');
    expect(await codeOf('depository', [{ ...row, colour: 'red' }])).toBe('UNKNOWN_FIELDS');
    expect(await codeOf('depository', [{ id: '1' }])).toBe('MISSING_FIELDS');
  });
});
