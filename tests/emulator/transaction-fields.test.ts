import { CountryCode, PersonalFinanceCategoryVersion, type PlaidApi, type Transaction } from 'plaid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '@/emulator';
import { categoryIn } from '@/emulator/categories/taxonomy';
import { anEmulator, EMULATOR_URL, plaidClientFor } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { readAll } from '../support/read-all';

const NOON = Date.parse('2026-03-14T12:00:00Z');

let emulator: Emulator;
let plaid: PlaidApi;
let access_token: string;
let rows: readonly Transaction[];

beforeAll(async () => {
  emulator = anEmulator({ realTime: () => NOON });
  plaid = plaidClientFor(emulator);
  const item = await linkedItem(plaid, { username: 'demo_household', password: 'pass_good', days: 730 });
  access_token = item.accessToken;
  rows = [...(await readAll(plaid, access_token)).rows.values()];
});

describe('a purchase in a shop', () => {
  it('says who it was, how sure that is, and where', () => {
    const inStore = rows.filter(({ payment_channel }) => payment_channel === 'in store');
    const coffee = inStore.find(({ merchant_name, pending }) => merchant_name === 'Starbucks' && !pending);
    expect(coffee).toMatchObject({
      website: 'starbucks.com',
      logo_url: `${EMULATOR_URL}/logos/starbucks.png`,
      counterparties: [{ name: 'Starbucks', type: 'merchant', entity_id: coffee?.merchant_entity_id }],
      location: { city: 'Oakland', region: 'CA', country: 'US' },
      personal_finance_category: { detailed: 'FOOD_AND_DRINK_COFFEE', version: 'v1' },
    });
    expect(coffee?.location.lat).toBeCloseTo(37.8, 1);
    expect(coffee?.location.lon).toBeCloseTo(-122.27, 1);
    expect(coffee?.location.store_number).toMatch(/^\d+$/);
    expect(coffee?.counterparties?.[0]?.logo_url).toBe(coffee?.logo_url);
    const doors = new Set(inStore.filter((row) => row.merchant_name === 'Starbucks').map(doorOf));
    // The shop at home; another one may be met on a journey.
    expect(doors.size).toBeLessThanOrEqual(3);
  });

  it('has no place when it was not in one', () => {
    const elsewhere = rows.filter(({ payment_channel }) => payment_channel !== 'in store');
    const parts = new Set(elsewhere.flatMap(({ location }) => Object.values(location)));
    expect([...parts]).toEqual([null]);
  });
});

describe('a check', () => {
  it('has its number, written in order, and nobody to name', () => {
    const checks = rows.filter(({ check_number }) => check_number !== null);
    const inOrder = checks
      .toSorted((a, b) => a.date.localeCompare(b.date))
      .map((row) => Number(row.check_number));
    expect(checks.length).toBeGreaterThan(5);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    for (const check of checks) {
      expect(check).toMatchObject({ merchant_name: null, counterparties: [], logo_url: null });
      expect(check.personal_finance_category?.confidence_level).toBe('UNKNOWN');
    }
  });
});

describe('a transaction code', () => {
  it('is said by European banks alone', async () => {
    expect(new Set(rows.map(({ transaction_code }) => transaction_code))).toEqual(new Set([null]));
    const item = await linkedItem(plaid, { institutionId: 'ins_117650', days: 180 });
    const british = [...(await readAll(plaid, item.accessToken)).rows.values()];
    const codeOf = (detailed: string) =>
      new Set(
        british.flatMap((row) =>
          row.personal_finance_category?.detailed === detailed ? [row.transaction_code] : [],
        ),
      );
    expect(british.every(({ transaction_code }) => transaction_code !== null)).toBe(true);
    expect(codeOf('TRANSFER_OUT_WITHDRAWAL')).toEqual(new Set(['atm']));
    expect(codeOf('FOOD_AND_DRINK_GROCERIES')).toEqual(new Set(['purchase']));
    expect(codeOf('RENT_AND_UTILITIES_TELEPHONE')).toEqual(new Set(['direct debit']));
  });
});

describe('the version of categories', () => {
  it('is v1 unless v2 is asked for, and then v2 throughout', async () => {
    const options = { personal_finance_category_version: PersonalFinanceCategoryVersion.V2 };
    const { data } = await plaid.transactionsSync({ access_token, count: 500, options });
    const byId = new Map(rows.map((row) => [row.transaction_id, row]));
    let renamed = 0;
    for (const row of data.added) {
      const before = byId.get(row.transaction_id)?.personal_finance_category;
      expect([before?.version, row.personal_finance_category?.version]).toEqual(['v1', 'v2']);
      if (before?.detailed === 'INCOME_WAGES') renamed += 1;
      const now = row.personal_finance_category?.detailed;
      expect(now).toBe(before?.detailed === 'INCOME_WAGES' ? 'INCOME_SALARY' : before?.detailed);
    }
    expect(renamed).toBeGreaterThan(5);
  });

  it('is that of the streams, too', async () => {
    const options = { personal_finance_category_version: PersonalFinanceCategoryVersion.V2 };
    const { data } = await plaid.transactionsRecurringGet({ access_token, options });
    expect(data.personal_finance_category_version).toBe('v2');
    const income = data.inflow_streams.map((stream) => stream.personal_finance_category?.detailed);
    expect(income).toContain('INCOME_SALARY');
    expect(income).not.toContain('INCOME_WAGES');
  });

  it.each([
    ['INCOME_OTHER_INCOME', 'STATE CHILD SUPPORT PMT', 'INCOME', 'INCOME_CHILD_SUPPORT'],
    ['INCOME_OTHER_INCOME', 'MISC CREDIT', 'INCOME', 'INCOME_OTHER'],
    [
      'TRANSFER_IN_CASH_ADVANCES_AND_LOANS',
      'DAILYPAY ADVANCE',
      'LOAN_DISBURSEMENTS',
      'LOAN_DISBURSEMENTS_EWA',
    ],
    ['TRANSFER_IN_ACCOUNT_TRANSFER', 'VENMO CASHOUT', 'TRANSFER_IN', 'TRANSFER_IN_TRANSFER_IN_FROM_APPS'],
    ['BANK_FEES_OTHER_BANK_FEES', 'LATE PAYMENT FEE', 'BANK_FEES', 'BANK_FEES_LATE_FEES'],
    ['TRAVEL_FLIGHTS', 'UNITED AIRLINES', 'TRAVEL', 'TRAVEL_FLIGHTS'],
  ])('%s with "%s" is %s / %s in v2', (detailed, line, primary, expected) => {
    const before = detailed.startsWith('TRANSFER_IN') ? 'TRANSFER_IN' : primary;
    const given = { primary: before, detailed, version: PersonalFinanceCategoryVersion.V1 };
    expect(categoryIn('v2', given, line)).toEqual({ primary, detailed: expected, version: 'v2' });
    expect(categoryIn('v1', given, line)).toEqual(given);
  });
});

describe('logos', () => {
  it('of merchants are pictures at their address, the same ones each time', async () => {
    const addresses = new Set(rows.flatMap(({ logo_url }) => (logo_url ? [logo_url] : [])));
    expect(addresses.size).toBeGreaterThan(20);
    const [first = ''] = addresses;
    const read = async () => emulator.handle(new Request(first));
    const answer = await read();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    const picture = Buffer.from(await answer.arrayBuffer());
    expect(sizeOf(picture)).toEqual([100, 100]);
    expect(Buffer.from(await (await read()).arrayBuffer()).equals(picture)).toBe(true);
    const stranger = await emulator.handle(new Request(`${EMULATOR_URL}/logos/..%2Fsecret.png`));
    expect(stranger.status).toBe(404);
  });

  it('of banks come on request, 152 pixels square, one for each', async () => {
    const ask = (include_optional_metadata: boolean) =>
      plaid.institutionsGet({
        count: 20,
        offset: 0,
        country_codes: [CountryCode.Us],
        options: { include_optional_metadata },
      });
    const { institutions } = (await ask(true)).data;
    const logos = institutions.map(({ logo }) => logo ?? '');
    expect(new Set(logos).size).toBe(institutions.length);
    for (const logo of logos) expect(sizeOf(Buffer.from(logo, 'base64'))).toEqual([152, 152]);
    for (const institution of (await ask(false)).data.institutions)
      expect(institution).not.toHaveProperty('logo');
  });
});

function doorOf({ location }: Transaction): string {
  return `${location.address} ${location.city}`;
}

/** Width and height as a PNG's header says them; nothing where it is no PNG. */
function sizeOf(picture: Buffer): number[] {
  const isPng = picture.subarray(0, 8).equals(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]));
  return isPng ? [picture.readUInt32BE(16), picture.readUInt32BE(20)] : [];
}
