import { expect, test } from 'vitest';
import { limitOf } from '@/lib/plaid/rate-limits';

test('production has its own numbers (section 25)', () => {
  expect(limitOf('transactionsSync', 'production')).toEqual({ item: 50, client: 2500 });
  expect(limitOf('liabilitiesGet', 'production')).toEqual({ item: 15, client: 1000 });
  expect(limitOf('institutionsGetById', 'production')).toEqual({ item: null, client: 400 });
});

test('in the Sandbox, half of its number where that is the narrower one', () => {
  expect(limitOf('liabilitiesGet', 'sandbox')).toEqual({ item: 5, client: 1000 });
  expect(limitOf('accountsGet', 'sandbox')).toEqual({ item: 15, client: 2500 });
});

test('the emulator holds the Sandbox’s numbers, and so do we', () => {
  expect(limitOf('liabilitiesGet', 'emulator')).toEqual({ item: 10, client: 1000 });
});

test('calls without a stated limit are not counted', () => {
  expect(limitOf('linkTokenCreate', 'production')).toBeNull();
});
