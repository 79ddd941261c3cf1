/** Calls about Consumer Reports: a user who was linked for one, the order, and what can be read of it. */
import { type Lone, WEBHOOK } from './lone';
import type { LoneExample } from './lone-examples';
import { aNewerUser, anOlderUser } from './user-examples';

const ORDER = {
  webhook: WEBHOOK,
  days_requested: 365,
  consumer_report_permissible_purpose: 'WRITTEN_INSTRUCTION_OTHER',
};
const THREE_HOURS = { ms: 10_800_000 };

const read: LoneExample = async (lone) => ({ user_id: await aReportedUser(lone) });

export const CONSUMER_REPORT_EXAMPLES: Readonly<Record<string, readonly LoneExample[]>> = {
  '/cra/check_report/base_report/get': [
    read,
    async (lone) => {
      const { user_token } = await anOlderUser(lone);
      await shareFor(lone, { user_token });
      await lone.call('/cra/check_report/create', { user_token, ...ORDER });
      await lone.steer('/clock/advance', THREE_HOURS);
      return { user_token };
    },
  ],
  '/cra/check_report/cashflow_insights/get': [read],
  '/cra/check_report/create': [
    async (lone) => {
      const { user_id } = await aNewerUser(lone);
      await shareFor(lone, { user_id });
      return { user_id, ...ORDER, products: ['cra_income_insights'] };
    },
    // Its only Item cannot be read, so that it fails.
    async (lone) => {
      const { user_id } = await aNewerUser(lone);
      await shareFor(lone, { user_id });
      await lone.call('/sandbox/user/reset_login', { user_id });
      return { user_id, ...ORDER };
    },
  ],
  '/cra/check_report/income_insights/get': [
    read,
    async (lone) => ({
      user_id: await aReportedUser(lone),
      options: {
        income_insights_version: 'II2',
        income_insights_filter: { included_categories: ['SALARY'] },
      },
    }),
  ],
  '/cra/check_report/lend_score/get': [read],
  '/cra/check_report/network_insights/get': [read],
  '/cra/check_report/partner_insights/get': [
    read,
    async (lone) => ({
      user_id: await aReportedUser(lone),
      partner_insights: { prism_versions: { detect: '4', extend: '4', cashscore: '4', insights: '4' } },
    }),
  ],
  '/cra/check_report/pdf/get': [
    read,
    async (lone) => ({
      user_id: await aReportedUser(lone),
      add_ons: ['cra_income_insights', 'cra_partner_insights'],
    }),
  ],
  '/cra/check_report/verification/get': [
    async (lone) => ({
      user_id: await aReportedUser(lone),
      reports_requested: ['VOA', 'EMPLOYMENT_REFRESH', 'INCOME'],
      employment_refresh_options: { days_requested: 60 },
    }),
    async (lone) => ({ user_id: await aReportedUser(lone), reports_requested: ['VOA'] }),
  ],
  '/sandbox/user/fire_webhook': [
    'USER_CHECK_REPORT_READY',
    'USER_CHECK_REPORT_FAILED',
    'CHECK_REPORT_READY',
    'CHECK_REPORT_FAILED',
  ].map((webhook_code) => async (lone: Lone) => ({
    user_id: (await aNewerUser(lone)).user_id,
    webhook_type: 'CHECK_REPORT',
    webhook_code,
    webhook: WEBHOOK,
  })),
};

/** Reports that cannot be read, or not any more. */
export async function troubledReports(lone: Lone): Promise<void> {
  const { user_id } = await aNewerUser(lone);
  const get = () => lone.call('/cra/check_report/base_report/get', { user_id });
  await get();
  await shareFor(lone, { user_id });
  await lone.call('/cra/check_report/create', { user_id, ...ORDER });
  await get();
  await lone.steer('/clock/advance', { days: 3 });
  await get();
  const { user_id: stranger } = await aNewerUser(lone);
  await lone.call('/cra/check_report/create', { user_id: stranger, ...ORDER });
  await lone.steer('/clock/advance', THREE_HOURS);
  await lone.call('/cra/check_report/base_report/get', { user_id: stranger });
}

async function aReportedUser(lone: Lone): Promise<unknown> {
  const { user_id } = await aNewerUser(lone);
  await shareFor(lone, { user_id });
  await lone.call('/cra/check_report/create', { user_id, ...ORDER });
  await lone.steer('/clock/advance', THREE_HOURS);
  return user_id;
}

async function shareFor({ call }: Lone, user: object): Promise<void> {
  await call('/sandbox/public_token/create', {
    institution_id: 'ins_109508',
    initial_products: ['cra_base_report', 'cra_income_insights'],
    options: { override_username: 'user_bank_income', override_password: '{}' },
    ...user,
  });
}
