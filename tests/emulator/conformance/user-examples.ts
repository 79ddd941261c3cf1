/** Calls about users, of the newer kind (known by an id) and of the older one (with a token). */
import { ANN, BOB } from '@/tests/support/plaid-users';
import type { Lone } from './lone';
import type { LoneExample } from './lone-examples';

const newer: LoneExample = async (lone) => ({ user_id: (await aNewerUser(lone)).user_id });
const older: LoneExample = async (lone) => ({ user_token: (await anOlderUser(lone)).user_token });

export const USER_EXAMPLES: Readonly<Record<string, readonly LoneExample[]>> = {
  '/sandbox/user/reset_login': [
    async (lone) => {
      const { user_id, item_ids } = await aUserWithAnItem(lone);
      return { user_id, item_ids };
    },
    older,
  ],
  '/user/create': [
    () => ({ client_user_id: 'conformance-newer', identity: ANN }),
    () => ({ client_user_id: 'conformance-older', consumer_report_user_identity: BOB }),
    () => ({ client_user_id: 'conformance-bare' }),
  ],
  '/user/get': [
    newer,
    async (lone) => ({ user_id: (await lone.call('/user/create', upgraded(lone))).user_id }),
  ],
  '/user/items/associate': [
    async (lone) => {
      const { item_ids } = await aUserWithAnItem(lone);
      return { user_id: (await aNewerUser(lone)).user_id, item_ids };
    },
  ],
  '/user/items/get': [
    async (lone) => ({ user_id: (await aUserWithAnItem(lone)).user_id }),
    async (lone) => {
      const { user_id, item_ids } = await aUserWithAnItem(lone);
      await lone.call('/sandbox/user/reset_login', { user_id, item_ids });
      return { user_id };
    },
    older,
  ],
  '/user/items/remove': [
    async (lone) => {
      const { user_id, item_ids } = await aUserWithAnItem(lone);
      return { user_id, item_ids };
    },
  ],
  '/user/remove': [newer, older],
  '/user/update': [
    async (lone) => ({ user_id: (await aNewerUser(lone)).user_id, identity: ANN }),
    async (lone) => ({
      user_token: (await anOlderUser(lone)).user_token,
      consumer_report_user_identity: BOB,
    }),
  ],
};

/** A user with an identity, known by `user_id`. */
export function aNewerUser(lone: Lone) {
  return lone.call('/user/create', { client_user_id: lone.aName(), identity: ANN });
}

/** A user with `user_id` and `user_token`. */
export function anOlderUser(lone: Lone) {
  return lone.call('/user/create', { client_user_id: lone.aName(), consumer_report_user_identity: BOB });
}

function upgraded(lone: Lone): object {
  return { client_user_id: lone.aName(), with_upgraded_user: true };
}

async function aUserWithAnItem(lone: Lone) {
  const { user_id } = await aNewerUser(lone);
  const { public_token } = await lone.call('/sandbox/public_token/create', {
    institution_id: 'ins_109508',
    initial_products: ['transactions'],
    user_id,
  });
  const { item_id } = await lone.call('/item/public_token/exchange', { public_token });
  return { user_id, item_ids: [item_id] };
}
