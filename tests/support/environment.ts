/** The environment every test runs in: complete, made up on the spot, and never the developer's own. */
import { randomBytes } from 'node:crypto';

const base64 = (): string => randomBytes(32).toString('base64');

keepSubject();
Object.assign(process.env, {
  APP_URL: 'http://localhost:3000',
  PLAID_ENV: 'emulator',
  NEXTAUTH_SECRET: base64(),
  ENCRYPTION_KEYS: `test:${base64()}`,
  CRON_SECRET: base64(),
  EMULATOR_CONTROL: '1',
  AUTH_TRUST_HOST: '1',
  // A test that needs a database is given one of its own; the others cannot reach any.
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
});
for (const name of ['PLAID_CLIENT_ID', 'PLAID_SECRET', 'PLAID_BASE_URL', 'DATABASE_URL_UNPOOLED']) {
  delete process.env[name];
}

/** Whom the conformance tests examine, when it is not an emulator in process; no other test sees these. */
function keepSubject(): void {
  const { PLAID_ENV, PLAID_CLIENT_ID, PLAID_SECRET, PLAID_BASE_URL } = process.env;
  const url = PLAID_ENV === 'sandbox' ? 'https://sandbox.plaid.com' : PLAID_BASE_URL;
  if (!url || (PLAID_ENV === 'sandbox' && !(PLAID_CLIENT_ID && PLAID_SECRET))) return;
  Object.assign(process.env, {
    CONFORMANCE_URL: url,
    CONFORMANCE_CLIENT_ID: PLAID_CLIENT_ID ?? 'emulator',
    CONFORMANCE_SECRET: PLAID_SECRET ?? 'emulator',
  });
}
