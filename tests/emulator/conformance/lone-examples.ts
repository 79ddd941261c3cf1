/**
 * Calls that stand alone, made once: add a line for a new endpoint. A function gives the body; what must be
 * there before (an Item, a token, a user) it makes by calls of its own, which are checked as well.
 */
import { ASSET_EXAMPLES } from './asset-examples';
import { CONSUMER_REPORT_EXAMPLES } from './consumer-report-examples';
import { INCOME_EXAMPLES } from './income-examples';
import { LINK_EXAMPLES } from './link-examples';
import { type Lone, WEBHOOK } from './lone';
import { STATEMENT_EXAMPLES } from './statement-examples';
import { USER_EXAMPLES } from './user-examples';

export type LoneExample = (lone: Lone) => object | Promise<object>;

const US = { country_codes: ['US'] };
const ROW = { iso_currency_code: 'USD', date_posted: '2026-03-01' };
const GOOD_BANK = 'ins_109508';

export const LONE_EXAMPLES: Readonly<Record<string, readonly LoneExample[]>> = {
  ...ASSET_EXAMPLES,
  ...CONSUMER_REPORT_EXAMPLES,
  ...INCOME_EXAMPLES,
  ...LINK_EXAMPLES,
  ...STATEMENT_EXAMPLES,
  ...USER_EXAMPLES,
  '/categories/get': [() => ({})],
  '/institutions/get': [
    () => ({ count: 500, offset: 0, ...US }),
    () => ({
      count: 10,
      offset: 5,
      country_codes: ['US', 'GB', 'CA'],
      options: { include_optional_metadata: true, include_auth_metadata: true },
    }),
  ],
  '/institutions/get_by_id': [
    () => ({ institution_id: GOOD_BANK, ...US }),
    () => ({
      institution_id: 'ins_132363',
      ...US,
      options: { include_status: true, include_optional_metadata: true, include_auth_metadata: true },
    }),
    () => ({
      institution_id: 'ins_117650',
      country_codes: ['GB'],
      options: { include_status: true, include_payment_initiation_metadata: true },
    }),
  ],
  '/institutions/search': [
    () => ({ query: 'Platypus', products: ['transactions'], ...US }),
    () => ({
      query: 'Plat',
      products: null,
      ...US,
      options: { include_optional_metadata: true, oauth: true },
    }),
  ],
  '/item/access_token/invalidate': [async ({ anItem }) => ({ access_token: await anItem() })],
  '/item/public_token/create': [async ({ anItem }) => ({ access_token: await anItem() })],
  '/item/import': [
    () => ({ user_auth: { user_id: 'user_good' } }),
    () => ({
      products: ['auth'],
      user_auth: { user_id: 'user_good', auth_token: 'pass_good' },
      options: { webhook: WEBHOOK },
    }),
  ],
  '/item/public_token/exchange': [async ({ aPublicToken }) => ({ public_token: await aPublicToken() })],
  '/item/remove': [async ({ anItem }) => ({ access_token: await anItem() })],
  '/sandbox/item/fire_webhook': [
    async ({ anItem }) => ({ access_token: await anItem(), webhook_code: 'DEFAULT_UPDATE' }),
  ],
  '/sandbox/item/reset_login': [async ({ anItem }) => ({ access_token: await anItem() })],
  '/sandbox/item/set_verification_status': [
    (lone) => verified(lone, 'automatically_verified'),
    (lone) => verified(lone, 'verification_expired'),
  ],
  '/sandbox/public_token/create': [
    () => ({ institution_id: GOOD_BANK, initial_products: ['transactions'] }),
    () => ({
      institution_id: GOOD_BANK,
      initial_products: ['transactions', 'investments', 'liabilities'],
      options: {
        webhook: 'https://app.test/webhook',
        override_username: 'user_good',
        override_password: 'pass_good',
        transactions: { days_requested: 730 },
      },
    }),
  ],
  '/sandbox/transactions/create': [
    async ({ anItem, today }) => ({
      access_token: await anItem({ override_username: 'user_transactions_dynamic' }),
      transactions: [
        { date_transacted: await today(), date_posted: await today(), amount: 5.4, description: 'Kiosk' },
      ],
    }),
  ],
  '/transactions/enrich': [
    () => ({
      account_type: 'depository',
      transactions: [
        {
          ...ROW,
          id: 'one',
          description: 'PURCHASE WM SUPERCENTER #1700',
          amount: 72.1,
          direction: 'OUTFLOW',
        },
        { ...ROW, id: 'two', description: 'DD DOORDASH BURGERKIN', amount: 28.34, direction: 'OUTFLOW' },
        { ...ROW, id: 'three', description: 'ACME PAYROLL', amount: 2000, direction: 'INFLOW' },
        { ...ROW, id: 'four', description: 'zzqx 771', amount: 0, direction: 'OUTFLOW' },
      ],
      options: { include_legacy_category: true },
    }),
  ],
  '/webhook_verification_key/get': [async ({ aKeyId }) => ({ key_id: await aKeyId() })],
};

async function verified({ anItem, call }: Lone, verification_status: string): Promise<object> {
  const access_token = await anItem({ webhook: WEBHOOK }, ['auth']);
  const { accounts } = await call('/auth/get', { access_token });
  const account_id = Reflect.get(Object(Array.isArray(accounts) ? accounts[0] : null), 'account_id');
  return { access_token, account_id, verification_status };
}
