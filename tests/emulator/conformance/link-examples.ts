/** Calls about link tokens: what Link was asked for, and what came of its sessions. */
import { WEBHOOK } from './lone';
import type { LoneExample } from './lone-examples';

const USER = { client_user_id: 'ann' };
const FIRST = { client_name: 'Evenkeel', language: 'en', country_codes: ['US'], user: USER };

export const LINK_EXAMPLES: Readonly<Record<string, readonly LoneExample[]>> = {
  '/link/token/create': [
    () => ({ ...FIRST, products: ['transactions'] }),
    () => ({
      ...FIRST,
      products: ['transactions'],
      required_if_supported_products: ['liabilities'],
      optional_products: ['investments'],
      additional_consented_products: ['identity'],
      webhook: WEBHOOK,
      redirect_uri: 'https://app.test/oauth',
      account_filters: { depository: { account_subtypes: ['checking', 'savings'] } },
      transactions: { days_requested: 730 },
      hosted_link: {},
    }),
    async ({ anItem }) => ({ ...FIRST, access_token: await anItem() }),
    async ({ anItem }) => ({
      ...FIRST,
      access_token: await anItem(),
      update: { account_selection_enabled: true },
    }),
  ],
  '/link/token/get': [
    async ({ call }) => {
      const { link_token } = await call('/link/token/create', { ...FIRST, products: ['transactions'] });
      return { link_token };
    },
    async ({ call }) => {
      const { link_token } = await call('/link/token/create', {
        ...FIRST,
        products: ['transactions'],
        webhook: WEBHOOK,
        redirect_uri: 'https://app.test/oauth',
        account_filters: { depository: { account_subtypes: ['checking'] } },
        hosted_link: {},
      });
      return { link_token };
    },
    async ({ call, dialog }) => {
      const asked = { ...FIRST, products: ['transactions'], webhook: WEBHOOK };
      const { link_token } = await call('/link/token/create', asked);
      const { link_session_id } = await dialog('session', { link_token });
      const bank = { institution_id: 'ins_109508', username: 'user_good', password: 'pass_good' };
      const { accounts } = await dialog('login', { link_token, link_session_id, ...bank });
      const keys = Array.isArray(accounts) ? accounts.map(({ key }) => String(key)) : [];
      await dialog('finish', { link_token, link_session_id, ...bank, account_keys: keys });
      return { link_token };
    },
  ],
};
