/**
 * Calls about one Item, made for every log-in in every state: add a line for a new endpoint that takes an
 * `access_token`. A function gives the body; it may make other calls before, which are checked as well.
 * Endpoints about something else have their line in `lone-examples.ts`.
 */
import { WEBHOOK } from './lone';
import type { Observer } from './observer';

export type LinkedItem = {
  readonly accessToken: string;
  readonly itemId: string;
  readonly accountIds: readonly string[];
  /** The bank's calendar day, and one thirty days before. */
  readonly today: string;
  readonly monthAgo: string;
  /** What a call told for a later one: the cursor of the last sync. */
  readonly remembered: Map<string, unknown>;
  readonly call: Observer['call'];
};

export type ItemExample = (item: LinkedItem) => object | Promise<object>;

const plain: ItemExample = ({ accessToken }) => ({ access_token: accessToken });
const oneAccount: ItemExample = ({ accessToken, accountIds }) => ({
  access_token: accessToken,
  options: { account_ids: accountIds.slice(0, 1) },
});

const orderOfReport = ({ accessToken }: LinkedItem) => ({
  access_tokens: [accessToken],
  days_requested: 90,
  options: { webhook: WEBHOOK },
});

export const ITEM_EXAMPLES: Readonly<Record<string, readonly ItemExample[]>> = {
  '/accounts/balance/get': [
    plain,
    ({ accessToken, monthAgo }) => ({
      access_token: accessToken,
      options: { min_last_updated_datetime: `${monthAgo}T00:00:00Z` },
    }),
  ],
  '/accounts/get': [plain, oneAccount],
  '/asset_report/create': [orderOfReport],
  // The one that was ordered in the last state, so that it is there; at first, one that is not yet.
  '/asset_report/get': [
    async (item) => {
      const { asset_report_token } = await item.call('/asset_report/create', orderOfReport(item));
      const before = item.remembered.get('report') ?? asset_report_token;
      item.remembered.set('report', asset_report_token ?? before);
      return { asset_report_token: before, include_insights: true };
    },
  ],
  '/auth/get': [plain, oneAccount],
  '/identity/get': [plain, oneAccount],
  '/investments/holdings/get': [plain, oneAccount],
  '/investments/refresh': [plain],
  '/investments/transactions/get': [
    ({ accessToken, monthAgo, today }) => ({
      access_token: accessToken,
      start_date: monthAgo,
      end_date: today,
    }),
    ({ accessToken, today }) => ({
      access_token: accessToken,
      start_date: '2024-01-01',
      end_date: today,
      options: { count: 500, offset: 1 },
    }),
  ],
  '/item/get': [plain],
  '/item/webhook/update': [({ accessToken }) => ({ access_token: accessToken, webhook: WEBHOOK })],
  '/liabilities/get': [plain, oneAccount],
  '/transactions/get': [
    ({ accessToken, monthAgo, today }) => ({
      access_token: accessToken,
      start_date: monthAgo,
      end_date: today,
    }),
    ({ accessToken, today }) => ({
      access_token: accessToken,
      start_date: '2024-01-01',
      end_date: today,
      options: {
        count: 500,
        offset: 1,
        include_original_description: true,
        personal_finance_category_version: 'v2',
      },
    }),
  ],
  '/transactions/recurring/get': [
    plain,
    ({ accessToken, accountIds }) => ({
      access_token: accessToken,
      account_ids: accountIds.slice(-1),
      options: { personal_finance_category_version: 'v2' },
    }),
  ],
  '/transactions/refresh': [plain],
  '/transactions/sync': [
    ({ accessToken }) => ({
      access_token: accessToken,
      count: 500,
      options: { include_original_description: true },
    }),
    ({ accessToken, accountIds }) => ({
      access_token: accessToken,
      options: { account_id: accountIds.at(-1), personal_finance_category_version: 'v2' },
    }),
    // From where the last state ended, so that changes and removals come, too.
    async ({ accessToken, remembered, call }) => {
      const cursor = remembered.get('cursor') ?? '';
      const request = { access_token: accessToken, count: 100, cursor };
      const { next_cursor } = await call('/transactions/sync', request);
      remembered.set('cursor', next_cursor);
      return request;
    },
  ],
};
