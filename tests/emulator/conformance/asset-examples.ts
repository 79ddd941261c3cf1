/** Calls about Asset Reports and their audit copies; what stands in a report is read for every log-in. */
import { type Lone, WEBHOOK } from './lone';
import type { LoneExample } from './lone-examples';

const TEN_MINUTES = { ms: 600_000 };
const USER = { client_user_id: 'ann', first_name: 'Ann', last_name: 'Lee', ssn: '123-45-6789' };

const report: LoneExample = (lone) => aReport(lone);
const copy: LoneExample = (lone) => aCopy(lone);

export const ASSET_EXAMPLES: Readonly<Record<string, readonly LoneExample[]>> = {
  '/asset_report/audit_copy/create': [
    async (lone) => ({ ...(await aReport(lone)), auditor_id: 'fannie_mae' }),
  ],
  '/asset_report/audit_copy/get': [copy],
  '/asset_report/audit_copy/pdf/get': [copy],
  '/asset_report/audit_copy/remove': [copy],
  '/asset_report/filter': [
    async (lone) => ({ ...(await aReport(lone)), account_ids_to_exclude: [await firstAccountId(lone)] }),
  ],
  '/asset_report/get': [
    report,
    async (lone) => ({ ...(await aReport(lone, { add_ons: ['fast_assets'] })), fast_report: true }),
    async (lone) => ({ ...(await aReport(lone)), options: { days_to_include: 5 } }),
    (lone) => aReport(lone, { add_ons: ['investments'] }),
    (lone) => aReportWithout(lone),
  ],
  '/asset_report/pdf/get': [report],
  '/asset_report/refresh': [
    report,
    async (lone) => ({ ...(await aReport(lone)), days_requested: 5, options: { client_report_id: 'again' } }),
  ],
  '/asset_report/remove': [report],
};

let accessToken: unknown;

/** The token of a report that is there. All of them are about the same Item. */
export async function aReport(lone: Lone, options: object = {}) {
  accessToken ??= await lone.anItem({ webhook: WEBHOOK }, ['assets', 'investments']);
  await lone.steer('/clock/advance', { days: 1 });
  return ordered(lone, [accessToken], options);
}

/** A report with one Item that fell out of order on the way, and a warning for it. */
async function aReportWithout(lone: Lone) {
  const broken = await lone.anItem({}, ['assets'], 'ins_109511');
  const item_id = Reflect.get(
    Object((await lone.call('/item/get', { access_token: broken }))['item']),
    'item_id',
  );
  return ordered(lone, [accessToken, broken], { require_all_items: false }, () =>
    lone.steer('/items/break', { item_id }),
  );
}

async function ordered(
  { call, steer }: Lone,
  access_tokens: readonly unknown[],
  options: object,
  meanwhile: () => Promise<unknown> = async () => null,
) {
  const { asset_report_token } = await call('/asset_report/create', {
    access_tokens,
    days_requested: 60,
    options: { client_report_id: 'one', webhook: WEBHOOK, user: USER, ...options },
  });
  await meanwhile();
  await steer('/clock/advance', TEN_MINUTES);
  return { asset_report_token };
}

async function aCopy(lone: Lone) {
  const request = { ...(await aReport(lone)), auditor_id: 'fannie_mae' };
  const { audit_copy_token } = await lone.call('/asset_report/audit_copy/create', request);
  return { audit_copy_token };
}

async function firstAccountId({ call }: Lone): Promise<unknown> {
  const { accounts } = await call('/accounts/get', { access_token: accessToken });
  return Reflect.get(Object(Array.isArray(accounts) ? accounts[0] : null), 'account_id');
}
