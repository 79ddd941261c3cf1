/** Link sessions that are opened for a user: reports that begin by themselves, income, Items of their own. */
import { CountryCode, type LinkTokenCreateRequest, type PlaidApi, Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { ASKED, baseReport, HOOK, stillWorld } from '../support/check-report';
import { dialogSession } from '../support/dialog-session';
import { steer } from '../support/emulator-client';
import { refusal } from '../support/plaid-refusal';
import { aLegacyUser, anUpgradedUser } from '../support/plaid-users';

const FIRST_BANK = { institution_id: 'ins_109508', username: 'user_bank_income', password: '{}' };
const TARTAN = { ...FIRST_BANK, institution_id: 'ins_109511' };

const LINK: LinkTokenCreateRequest = {
  client_name: 'Evenkeel',
  language: 'en',
  country_codes: [CountryCode.Us],
  webhook: HOOK,
};
const CHECK: LinkTokenCreateRequest = {
  ...LINK,
  products: [Products.CraBaseReport, Products.CraIncomeInsights],
  cra_options: { days_requested: 365 },
};
const PURPOSE = { consumer_report_permissible_purpose: ASKED.consumer_report_permissible_purpose };
const INCOME: LinkTokenCreateRequest = {
  ...LINK,
  products: [Products.IncomeVerification],
  income_verification: JSON.parse(
    '{"income_source_types":["bank"],"bank_income":{"days_requested":180,"enable_multiple_items":true}}',
  ),
};

const banksIn = async (plaid: PlaidApi, user_id: string) =>
  (await baseReport(plaid, { user_id })).items.map(({ institution_id }) => institution_id);

async function linkToken(plaid: PlaidApi, request: LinkTokenCreateRequest): Promise<string> {
  return (await plaid.linkTokenCreate(request)).data.link_token;
}

describe('a session with a permissible purpose', () => {
  it('begins a report by itself, over the banks of this session alone', async () => {
    const { emulator, plaid, reports } = await stillWorld();
    const user_id = await anUpgradedUser(plaid);
    const before = await dialogSession(emulator, await linkToken(plaid, { ...CHECK, user_id }));
    await before.connect(TARTAN);
    expect((await refusal(plaid.craCheckReportBaseReportGet({ user_id }))).code).toBe(
      'CONSUMER_REPORT_NOT_FOUND',
    );
    const token = await linkToken(plaid, { ...CHECK, ...PURPOSE, user_id });
    await (await dialogSession(emulator, token)).connect(FIRST_BANK);
    await emulator.idle();
    expect(reports()).toMatchObject([
      { user_id, successful_products: ['cra_base_report', 'cra_income_insights'] },
    ]);
    expect(await banksIn(plaid, user_id)).toEqual(['ins_109508']);
    await plaid.craCheckReportCreate({ user_id, ...ASKED });
    expect(await banksIn(plaid, user_id)).toEqual(['ins_109511', 'ins_109508']);
  });

  it('makes one report over all banks of a session with several', async () => {
    const { emulator, plaid, reports } = await stillWorld(5_000);
    const user_id = await anUpgradedUser(plaid);
    const request = { ...CHECK, ...PURPOSE, user_id, enable_multi_item_link: true };
    const session = await dialogSession(emulator, await linkToken(plaid, request));
    await session.connect(FIRST_BANK);
    await steer(emulator, '/clock/advance', { ms: 2_000 });
    await session.connect(TARTAN);
    await steer(emulator, '/clock/advance', { ms: 5_000 });
    await emulator.idle();
    expect(reports()).toHaveLength(1);
    expect(await banksIn(plaid, user_id)).toEqual(['ins_109508', 'ins_109511']);
  });

  it('says in the log of the session which Items Plaid Check has', async () => {
    const { emulator, plaid } = await stillWorld();
    const user_id = await anUpgradedUser(plaid);
    const link_token = await linkToken(plaid, { ...CHECK, ...PURPOSE, user_id });
    await (await dialogSession(emulator, link_token)).connect(FIRST_BANK);
    const { link_sessions, user_id: named } = (await plaid.linkTokenGet({ link_token })).data;
    const [item] = (await plaid.userItemsGet({ user_id })).data.items;
    expect(named).toBe(user_id);
    expect(link_sessions?.[0]?.results?.cra_item_add_results).toMatchObject([
      { item_id: item?.item_id, institution: { institution_id: 'ins_109508' } },
    ]);
  });
});

describe('a session for Bank Income', () => {
  it('tells what came of every bank, and reports on all of them at once', async () => {
    const { emulator, plaid } = await stillWorld();
    const { userToken: user_token } = await aLegacyUser(plaid);
    const request = { ...INCOME, user_token, enable_multi_item_link: true };
    const link_token = await linkToken(plaid, request);
    const session = await dialogSession(emulator, link_token);
    const tokens = [await session.connect(FIRST_BANK), await session.connect(TARTAN)];
    const { sessions } = (await plaid.creditSessionsGet({ user_token })).data;
    expect(sessions).toHaveLength(1);
    expect(sessions?.[0]?.results?.item_add_results?.map(({ public_token }) => public_token)).toEqual(tokens);
    expect(sessions?.[0]?.results?.bank_income_results?.map(({ status }) => String(status))).toEqual([
      'APPROVED',
      'APPROVED',
    ]);
    const { bank_income } = (await plaid.creditBankIncomeGet({ user_token })).data;
    expect(bank_income?.[0]?.items?.map(({ institution_id }) => institution_id)).toEqual([
      'ins_109508',
      'ins_109511',
    ]);
    const logged = (await plaid.linkTokenGet({ link_token })).data.link_sessions?.[0];
    expect(logged?.results?.bank_income_results.map(({ status }) => status)).toEqual([
      'APPROVED',
      'APPROVED',
    ]);
  });

  it('looks at an Item that is there already, in update mode', async () => {
    const { emulator, plaid } = await stillWorld();
    const user_id = await anUpgradedUser(plaid);
    const first = await linkToken(plaid, { ...LINK, products: [Products.Transactions], user_id });
    const public_token = await (await dialogSession(emulator, first)).connect(FIRST_BANK);
    const { access_token } = (await plaid.itemPublicTokenExchange({ public_token })).data;
    const again = await linkToken(plaid, { ...INCOME, user_id, access_token });
    await (await dialogSession(emulator, again)).connect(FIRST_BANK);
    expect((await plaid.userItemsGet({ user_id })).data.items).toHaveLength(1);
    const { sessions } = (await plaid.creditSessionsGet({ user_id })).data;
    expect(sessions?.[0]?.results).toMatchObject({
      item_add_results: [],
      bank_income_results: [{ status: 'APPROVED' }],
    });
    expect((await plaid.creditBankIncomeGet({ user_id })).data.bank_income).toHaveLength(1);
  });
});

it('a session for Plaid Check needs a user with an identity, and no days beyond two years', async () => {
  const { plaid } = await stillWorld();
  const named = { ...CHECK, user: { client_user_id: 'ann' } };
  expect((await refusal(plaid.linkTokenCreate(named))).code).toBe('MISSING_FIELDS');
  const { user_id } = (await plaid.userCreate({ client_user_id: 'nameless' })).data;
  expect((await refusal(plaid.linkTokenCreate({ ...CHECK, user_id }))).code).toBe('INVALID_FIELD');
  const whole = await anUpgradedUser(plaid);
  const tooLong = { ...CHECK, user_id: whole, cra_options: { days_requested: 732 } };
  expect((await refusal(plaid.linkTokenCreate(tooLong))).code).toBe('INVALID_FIELD');
});
