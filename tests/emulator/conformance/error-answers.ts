/**
 * Every error the emulator can answer, brought about. Add a line for a code that an endpoint throws and the
 * walk does not meet; codes that come only on demand need none, for a plan of faults brings them.
 */
import { ERROR_TEXTS } from '@/emulator/errors/error-texts';
import { bareCode, codeFiles } from '@/tests/support/sources';
import { aReport } from './asset-examples';
import { troubledReports } from './consumer-report-examples';
import { LINK_TROUBLES } from './link-troubles';
import type { Lone } from './lone';
import type { Observer } from './observer';
import { anOlderUser } from './user-examples';

type Trouble = (lone: Lone, observer: Observer) => Promise<unknown>;

const GOOD_BANK = 'ins_109508';

export const TROUBLES: Readonly<Record<string, Trouble>> = {
  ...LINK_TROUBLES,
  INSTITUTION_DOWN: ({ call }) =>
    call('/sandbox/public_token/create', { institution_id: 'ins_132361', initial_products: ['auth'] }),
  INVALID_ACCESS_TOKEN: ({ call }) => call('/accounts/get', { access_token: 'access-sandbox-none' }),
  INVALID_ACCOUNT_ID: async ({ call, anItem }) =>
    call('/accounts/get', { access_token: await anItem(), options: { account_ids: ['none'] } }),
  INVALID_API_KEYS: ({ call }) => call('/item/get', { secret: 'guess', access_token: 'none' }),
  CONSUMER_REPORT_NOT_FOUND: (lone) => troubledReports(lone),
  INCOME_VERIFICATION_NOT_FOUND: async (lone) =>
    lone.call('/credit/bank_income/get', { user_token: (await anOlderUser(lone)).user_token }),
  INVALID_ASSET_REPORT_TOKEN: ({ call }) => call('/asset_report/get', { asset_report_token: 'none' }),
  INVALID_AUDIT_COPY_TOKEN: ({ call }) => call('/asset_report/audit_copy/get', { audit_copy_token: 'none' }),
  INVALID_BODY: (_, observer) => observer.callRaw('/accounts/get', '{'),
  INVALID_CREDENTIALS: (lone) => logInAs(lone, 'nobody', 'pass_good'),
  INVALID_FIELD: ({ call }) => call('/accounts/get', { access_token: 7 }),
  INVALID_INSTITUTION: ({ call }) =>
    call('/sandbox/public_token/create', { institution_id: 'ins_0', initial_products: ['auth'] }),
  INVALID_LINK_TOKEN: ({ call }) => call('/link/token/get', { link_token: 'link-sandbox-none' }),
  INVALID_PARENT: async (lone) => {
    const report = await aReport(lone);
    await lone.call('/asset_report/remove', report);
    await lone.call('/asset_report/refresh', report);
  },
  INVALID_PRODUCT: ({ call }) =>
    call('/sandbox/public_token/create', { institution_id: GOOD_BANK, initial_products: ['gold'] }),
  INVALID_PUBLIC_TOKEN: ({ call }) => call('/item/public_token/exchange', { public_token: 'none' }),
  INVALID_USER_TOKEN: ({ call }) => call('/user/items/get', { user_token: 'user-sandbox-none' }),
  INVALID_WEBHOOK_VERIFICATION_KEY_ID: ({ call }) =>
    call('/webhook_verification_key/get', { key_id: 'none' }),
  LAST_UPDATED_DATETIME_OUT_OF_RANGE: async ({ call, anItem }) =>
    call('/accounts/balance/get', {
      access_token: await anItem({}, ['transactions'], 'ins_128026'),
      options: { min_last_updated_datetime: '2030-01-01T00:00:00Z' },
    }),
  MISSING_FIELDS: ({ call }) => call('/accounts/get', {}),
  NOT_FOUND: ({ call }) => call('/no/such/path', {}),
  NO_ACCOUNTS: (lone) => logInAs(lone, 'user_custom', '{"override_accounts": []}'),
  PRODUCTS_NOT_SUPPORTED: ({ anItem }) => anItem({}, ['investments'], 'ins_117650'),
  PRODUCT_NOT_ENABLED: async ({ call, anItem }) =>
    call('/transactions/recurring/get', { access_token: await anItem({}, ['identity']) }),
  RATE_LIMIT: async ({ call, steer }) => {
    await steer('/rate-limits/set', { on: true });
    for (let calls = 0; calls < 11; calls += 1) {
      await call('/institutions/get', { count: 1, offset: 0, country_codes: ['US'] });
    }
    await steer('/rate-limits/set', { on: false });
  },
  RECAPTCHA_BAD: (lone) => logInAs(lone, 'user_good', '{"recaptcha":"bad"}'),
  SANDBOX_PRODUCT_NOT_ENABLED: async ({ call, anItem }) =>
    call('/sandbox/item/fire_webhook', {
      access_token: await anItem(),
      webhook_type: 'HOLDINGS',
      webhook_code: 'DEFAULT_UPDATE',
    }),
  SANDBOX_WEBHOOK_INVALID: async ({ call, anItem }) =>
    call('/sandbox/item/fire_webhook', {
      access_token: await anItem({}),
      webhook_code: 'DEFAULT_UPDATE',
    }),
  TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION: async ({ call, anItem, steer }) => {
    const access_token = await anItem();
    await steer('/clock/advance', { ms: 7_200_000 });
    const { next_cursor } = await call('/transactions/sync', { access_token, count: 5 });
    await steer('/clock/advance', { days: 5 });
    await call('/transactions/sync', { access_token, count: 5, cursor: next_cursor });
  },
  USER_NOT_FOUND: ({ call }) => call('/user/get', { user_id: 'usr_none' }),
  UNKNOWN_FIELDS: ({ call }) => call('/accounts/get', { access_token: 'x', nonsense: 1 }),
};

/** Codes that nothing asked of the emulator can cause. */
export const CAUSELESS: Readonly<Record<string, string>> = {
  INTERNAL_SERVER_ERROR: 'stands for faults of our own; a plan of faults brings it',
};

/** Codes that stand literally behind a throw somewhere in the emulator. */
export function thrownCodes(): string[] {
  const sources = codeFiles.filter((path) => path.startsWith('emulator/'));
  const thrown = sources.flatMap((path) =>
    [...bareCode(path).matchAll(/(?:plaidError|\w+Refusal)\(\s*'([A-Z_]+)'/g)].map(([, code = '']) => code),
  );
  return [...new Set(thrown)].sort();
}

/** Meets the codes above by their own causes. */
export async function causeErrors(lone: Lone, observer: Observer): Promise<void> {
  for (const [code, trouble] of Object.entries(TROUBLES)) {
    observer.place = `the cause of ${code}`;
    await trouble(lone, observer);
  }
}

/** Meets every code there is: planned for a call, and asked for by a password (LNK-14). */
export async function demandErrors(lone: Lone, observer: Observer): Promise<void> {
  for (const code of Object.keys(ERROR_TEXTS)) {
    observer.place = `${code} on demand`;
    await lone.steer('/faults/add', { endpoint: '/item/get', error_code: code });
    await lone.call('/item/get', { access_token: 'none' });
    await logInAs(lone, 'user_good', `error_${code}`);
  }
}

function logInAs({ call }: Lone, username: string, password: string): Promise<unknown> {
  return call('/sandbox/public_token/create', {
    institution_id: GOOD_BANK,
    initial_products: ['transactions'],
    options: { override_username: username, override_password: password },
  });
}
