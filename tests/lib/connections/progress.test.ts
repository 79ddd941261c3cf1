import { expect, test } from 'vitest';
import { isWaiting, type ProgressFacts, progressOf, progressSentence } from '@/lib/connections/progress';

const started: ProgressFacts = {
  products: [],
  accountCount: 0,
  hasInitialUpdate: false,
  hasHistoricalUpdate: false,
};

const stateOf = (facts: ProgressFacts, key: string) =>
  progressOf(facts).find((step) => step.key === key)?.state;

test('at first everything is on its way', () => {
  const steps = progressOf(started);
  expect(steps.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'waiting'));
  expect(progressSentence(steps)).toBe('0 of 6 have come in.');
});

test('the first 30 days come before the whole history', () => {
  const facts = {
    ...started,
    products: [{ product: 'transactions' as const, state: 'ready' as const }],
    hasInitialUpdate: true,
  };
  expect(stateOf(facts, 'recent')).toBe('ready');
  expect(stateOf(facts, 'history')).toBe('waiting');
});

test('a bank without investments keeps nobody waiting', () => {
  const ready = (product: 'accounts' | 'transactions' | 'recurring' | 'liabilities') => ({
    product,
    state: 'ready' as const,
  });
  const steps = progressOf({
    products: [
      ready('accounts'),
      ready('transactions'),
      ready('recurring'),
      ready('liabilities'),
      { product: 'investments', state: 'not-available' },
    ],
    accountCount: 1,
    hasInitialUpdate: true,
    hasHistoricalUpdate: true,
  });
  expect(isWaiting(steps)).toBe(false);
  expect(progressSentence(steps)).toBe('Everything has come in.');
  expect(steps[0]?.text).toBe('1 account');
});
