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
  '/cra/check_report/create': [
    async (lone) => {
      const { user_id } = await aNewerUser(lone);
      await shareFor(lone, { user_id });
      return { user_id, ...ORDER, products: ['cra_income_insights'] };
    },
  ],
  '/cra/check_report/income_insights/get': [read],
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
