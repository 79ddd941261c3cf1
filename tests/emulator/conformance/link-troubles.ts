/** Errors that only Link's dialog is answered with, brought about as its calls bring them. */
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
  INCORRECT_LINK_TOKEN: async (lone) => {
    const visit = await aVisit(lone);
    await lone.dialog('oauth-finish', { ...visit, link_token: await aToken(lone) });
  },
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
async function aVisit(lone: Lone) {
  const link_token = await aToken(lone);
  const { link_session_id } = await lone.dialog('session', { link_token });
  const visit = { link_token, link_session_id, institution_id: 'ins_127287' };
  const { oauth_state_id } = await lone.dialog('oauth-start', visit);
  return { link_token, link_session_id, oauth_state_id };
}
