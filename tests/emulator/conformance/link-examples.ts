/** Calls about link tokens: what Link was asked for, and what came of its sessions. */
import { type Lone, WEBHOOK } from './lone';
import type { LoneExample } from './lone-examples';

const USER = { client_user_id: 'ann' };
const FIRST = {
  client_name: 'Evenkeel',
  language: 'en',
  country_codes: ['US'],
  user: USER,
  products: ['transactions'],
};
const UPDATE = { client_name: 'Evenkeel', language: 'en', country_codes: ['US'], user: USER };
const WHOLE = {
  ...FIRST,
  required_if_supported_products: ['liabilities'],
  optional_products: ['investments'],
  additional_consented_products: ['identity'],
  webhook: WEBHOOK,
  redirect_uri: 'https://app.test/oauth',
  account_filters: { depository: { account_subtypes: ['checking', 'savings'] } },
  transactions: { days_requested: 730 },
};
const HOSTED = { ...FIRST, webhook: WEBHOOK, hosted_link: { url_lifetime_seconds: 3600 } };
const BANK = { institution_id: 'ins_109508', username: 'user_good', password: 'pass_good' };

export const LINK_EXAMPLES: Readonly<Record<string, readonly LoneExample[]>> = {
  '/link/token/create': [
    () => FIRST,
    () => WHOLE,
    () => HOSTED,
    async ({ anItem }) => ({ ...UPDATE, access_token: await anItem() }),
    async ({ anItem }) => ({
      ...UPDATE,
      access_token: await anItem(),
      update: { account_selection_enabled: true },
    }),
  ],
  '/link/token/get': [
    (lone) => asked(lone, FIRST),
    (lone) => asked(lone, WHOLE),
    (lone) => asked(lone, HOSTED),
    (lone) => connected(lone, FIRST),
    (lone) => connected(lone, HOSTED),
    async (lone) => connected(lone, { ...UPDATE, access_token: await lone.anItem() }),
    (lone) => left(lone, FIRST, null),
    (lone) => left(lone, HOSTED, 'ITEM_LOCKED'),
  ],
};

async function asked({ call }: Lone, request: object): Promise<{ readonly link_token: unknown }> {
  const { link_token } = await call('/link/token/create', request);
  return { link_token };
}

/** A session that ends well, as the dialog drives it. */
async function connected(lone: Lone, request: object): Promise<object> {
  const { link_token, link_session_id } = await opened(lone, request);
  const { accounts } = await lone.dialog('login', { link_token, link_session_id, ...BANK });
  const account_keys = Array.isArray(accounts) ? accounts.map(({ key }) => String(key)) : [];
  await lone.dialog('finish', { link_token, link_session_id, ...BANK, account_keys });
  await reported(lone, { link_token, link_session_id }, { status: 'SUCCESS' });
  return { link_token };
}

/** A session that is left, with or without an error. */
async function left(lone: Lone, request: object, error_code: string | null): Promise<object> {
  const session = await opened(lone, request);
  await reported(lone, session, {
    status: 'EXITED',
    error_code,
    exit_status: error_code === null ? 'requires_credentials' : 'institution_not_found',
    institution: { name: 'First Platypus Bank', institution_id: 'ins_109508' },
    request_id: 'abc',
  });
  return { link_token: session.link_token };
}

async function opened(lone: Lone, request: object) {
  const { link_token } = await asked(lone, request);
  const { link_session_id } = await lone.dialog('session', { link_token });
  return { link_token, link_session_id };
}

async function reported({ dialog, now }: Lone, session: object, end: object): Promise<void> {
  const event = { timestamp: await now(), event_metadata: { view_name: 'CONSENT', mfa_type: null } };
  const events = ['OPEN', 'TRANSITION_VIEW', 'HANDOFF'].map((event_name) => ({ ...event, event_name }));
  const answer = await dialog('report', { ...session, events, end });
  if ('error_code' in answer) throw new Error(`The report was refused: ${JSON.stringify(answer)}`);
}
