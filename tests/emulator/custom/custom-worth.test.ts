import { describe, expect, it } from 'vitest';
import { openLogin } from '@/emulator/generate/open-login';
import { day } from '@/lib/core/day';

const LINKED_ON = day('2026-09-10');

type Held = { price: number; quantity: number; currency?: string };

/** The balances of an investment account that says nothing of them itself. */
function worth(currency: string, holdings: readonly Held[]) {
  const account = {
    type: 'investment',
    subtype: 'crypto exchange',
    currency,
    holdings: holdings.map(({ price, quantity, currency: own }) => ({
      institution_price: price,
      quantity,
      ...(own ? { currency: own } : {}),
      security: { ticker_symbol: `T${price}` },
    })),
  };
  const password = JSON.stringify({ override_accounts: [account] });
  const opened = openLogin({ username: 'user_custom', password, institutionId: 'ins_109508' }, LINKED_ON);
  if ('error' in opened) throw new Error(opened.error);
  return opened.login.accounts[0]?.balancesOn(LINKED_ON).current;
}

describe('an investment account without a balance of its own is worth its holdings', () => {
  it.each([
    [
      'USD',
      [
        { price: 10.005, quantity: 1 },
        { price: 0.1, quantity: 3 },
      ],
      10.31,
    ],
    ['JPY', [{ price: 1200.4, quantity: 1 }], 1200],
    ['KWD', [{ price: 1.2345, quantity: 1 }], 1.235],
    [
      'BTC',
      [
        { price: 1, quantity: 0.12345678 },
        { price: 2, quantity: 0.00000001 },
      ],
      0.1234568,
    ],
  ])('in %s, to its last digit', (currency, holdings, expected) => {
    expect(worth(currency, holdings)).toBe(expected);
  });

  it('and never adds another currency to it', () => {
    expect(
      worth('USD', [
        { price: 5, quantity: 2 },
        { price: 900, quantity: 1, currency: 'EUR' },
      ]),
    ).toBe(10);
  });
});
