import { CountryCode, Products } from 'plaid';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '@/emulator/errors/rate-limits';
import { ROUTES } from '@/emulator/routes';
import { anEmulator, plaidClientFor, steer } from '../support/emulator-client';
import { linkedItem } from '../support/linked-item';
import { refusal } from '../support/plaid-refusal';

const NOON = Date.parse('2026-03-14T17:00:00Z');
const PER_ITEM = 'rate limit exceeded for attempts to access this item. please try again later';

async function limited() {
  const emulator = anEmulator({ realTime: () => NOON });
  const plaid = plaidClientFor(emulator);
  const { accessToken } = await linkedItem(plaid, { products: [Products.Transactions, Products.Auth] });
  await steer(emulator, '/rate-limits/set', { on: true });
  return { emulator, plaid, access_token: accessToken };
}

/** How many calls work before one is refused, and how that one is. */
async function untilRefused(call: () => Promise<unknown>, most = 200) {
  for (let count = 0; count < most; count += 1) {
    const failed = await call().then(
      () => false,
      () => true,
    );
    if (failed) return { count, ...(await refusal(call())) };
  }
  throw new Error(`${most} calls were not refused.`);
}

describe('limits per minute', () => {
  it('stand at endpoints that are there', () => {
    expect(Object.keys(LIMITS).filter((path) => !Object.hasOwn(ROUTES, path))).toEqual([]);
  });

  it('are off unless they are switched on', async () => {
    const plaid = plaidClientFor(anEmulator({ realTime: () => NOON }));
    const { accessToken: access_token } = await linkedItem(plaid);
    const refresh = () => plaid.transactionsRefresh({ access_token });
    await expect(untilRefused(refresh, 30)).rejects.toThrow('30 calls were not refused.');
  });

  it('count per Item, and start anew with the minute', async () => {
    const { emulator, plaid, access_token } = await limited();
    const refresh = () => plaid.transactionsRefresh({ access_token });
    expect(await untilRefused(refresh)).toMatchObject({
      count: 2,
      status: 429,
      type: 'RATE_LIMIT_EXCEEDED',
      code: 'TRANSACTIONS_LIMIT',
      message: PER_ITEM,
    });
    const { accessToken: other } = await linkedItem(plaid);
    await plaid.transactionsRefresh({ access_token: other });
    await steer(emulator, '/clock/advance', { ms: 60_000 });
    await refresh();
  });

  it('count per client, under a code of their own where there is one', async () => {
    const { plaid, access_token } = await limited();
    const institutions = { count: 1, offset: 0, country_codes: [CountryCode.Us] };
    expect(await untilRefused(() => plaid.institutionsGet(institutions))).toMatchObject({
      count: 10,
      code: 'INSTITUTIONS_GET_LIMIT',
      message: 'rate limit exceeded for attempts to access "institutions get by id". please try again later',
    });
    expect(await untilRefused(() => plaid.accountsBalanceGet({ access_token }))).toMatchObject({
      count: 25,
      code: 'BALANCE_LIMIT',
    });
    const all = async () => {
      const { accessToken } = await linkedItem(plaid);
      return (await untilRefused(() => plaid.accountsBalanceGet({ access_token: accessToken }))).code;
    };
    expect([await all(), await all(), await all()]).toEqual([
      'BALANCE_LIMIT',
      'BALANCE_LIMIT',
      'ACCOUNTS_BALANCE_GET_LIMIT',
    ]);
  });

  it('hold at the small endpoints, too', async () => {
    const { plaid, access_token } = await limited();
    const days = { start_date: '2026-03-01', end_date: '2026-03-14' };
    expect(await untilRefused(() => plaid.transactionsGet({ access_token, ...days }))).toMatchObject({
      count: 80,
      code: 'TRANSACTIONS_LIMIT',
    });
    expect(await untilRefused(() => plaid.authGet({ access_token }))).toMatchObject({
      count: 100,
      code: 'AUTH_LIMIT',
    });
    expect(await untilRefused(() => plaid.liabilitiesGet({ access_token }))).toMatchObject({
      count: 10,
      code: 'RATE_LIMIT',
    });
  });
});
