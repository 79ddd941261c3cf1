/** Errors that Link's dialog is answered with, or that follow from it, brought about as its calls bring them. */
import type { Lone } from './lone';

type Trouble = (lone: Lone) => Promise<unknown>;

const BANK = { institution_id: 'ins_109508', username: 'user_good', password: 'pass_good' };
const ASKED = {
  client_name: 'Evenkeel',
  language: 'en',
  country_codes: ['US'],
  user: { client_user_id: 'ann' },
};

export const LINK_TROUBLES: Readonly<Record<string, Trouble>> = {
  ACCESS_NOT_GRANTED: async (lone) =>
    lone.call('/liabilities/get', { access_token: await anItemWithout(lone, 'liabilities') }),
  INCORRECT_LINK_TOKEN: async (lone) => {
    const visit = await aVisit(lone);
    await lone.dialog('oauth-finish', { ...visit, link_token: await aToken(lone) });
  },
  INSTITUTION_NO_LONGER_SUPPORTED: async (lone) =>
    lone.dialog('login', { ...BANK, institution_id: 'ins_133402', link_token: await aToken(lone) }),
  INSTITUTION_NOT_FOUND: async (lone) =>
    lone.dialog('login', { ...BANK, institution_id: 'ins_0', link_token: await aToken(lone) }),
  INVALID_MFA: async (lone) =>
    lone.dialog('login', {
      ...BANK,
      link_token: await aToken(lone),
      password: 'mfa_device',
      mfa_answers: ['0', 'wrong'],
    }),
  INVALID_UPDATED_USERNAME: async (lone) => {
    const link_token = await aToken(lone, { access_token: await lone.anItem() });
    await lone.dialog('login', { ...BANK, link_token, username: 'another' });
  },
  OAUTH_STATE_ID_ALREADY_PROCESSED: async (lone) => {
    const visit = await aVisit(lone);
    await lone.dialog('oauth-finish', visit);
    await lone.dialog('oauth-finish', visit);
  },
  OAUTH_STATE_ID_NOT_FOUND: async (lone) =>
    lone.dialog('oauth-finish', { link_token: await aToken(lone), oauth_state_id: 'none' }),
};

async function aToken({ call }: Lone, asked: object = { products: ['transactions'] }): Promise<unknown> {
  const { link_token } = await call('/link/token/create', { ...ASKED, ...asked });
  return link_token;
}

/** A visit to a bank's own pages, which nobody has answered yet. */
async function aVisit(lone: Lone, asked?: object) {
  const link_token = await aToken(lone, asked);
  const { link_session_id } = await lone.dialog('session', { link_token });
  const visit = { link_token, link_session_id, institution_id: 'ins_127287' };
  const { oauth_state_id } = await lone.dialog('oauth-start', visit);
  return { link_token, link_session_id, oauth_state_id };
}

/** An Item whose person took the tick from a kind of data on the bank's own page (OAU-9). */
async function anItemWithout(lone: Lone, refused: string): Promise<unknown> {
  const visit = await aVisit(lone, { products: ['transactions'], optional_products: [refused] });
  const page = await lone.bankPage(visit.oauth_state_id, new URLSearchParams({ step: 'sign-in' }));
  const form = new URLSearchParams({ step: 'share', offered: refused });
  for (const [, key = ''] of page.matchAll(/name="account" value="([^"]+)"/g)) form.append('account', key);
  await lone.bankPage(visit.oauth_state_id, form);
  const { public_token } = await lone.dialog('oauth-finish', visit);
  return (await lone.call('/item/public_token/exchange', { public_token }))['access_token'];
}
