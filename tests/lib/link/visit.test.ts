import { expect, test } from 'vitest';
import { findVisit, forgetVisit, saveVisit } from '@/lib/link/visit';

function aShelf(initial: Record<string, string> = {}) {
  const kept = new Map(Object.entries(initial));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const visit = {
  linkToken: 'link-sandbox-1',
  expiresAt: 1000,
  itemId: null,
  accountSelection: false,
  replaces: null,
};

test('a visit to the bank is found again until it is forgotten', () => {
  const shelf = aShelf();
  saveVisit(shelf, visit);
  expect(findVisit(shelf, 999)).toEqual(visit);
  forgetVisit(shelf);
  expect(findVisit(shelf, 999)).toBeNull();
});

test('a visit whose token has expired is worth nothing', () => {
  const shelf = aShelf();
  saveVisit(shelf, visit);
  expect(findVisit(shelf, 1000)).toBeNull();
});

test('whatever else is stored there is no visit', () => {
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    '{"linkToken":1}',
    '{"linkToken":"a","expiresAt":1e12,"itemId":5,"accountSelection":false,"replaces":null}',
    '{"linkToken":"a","expiresAt":1e12,"itemId":null}',
  ]) {
    expect(findVisit(aShelf({ 'evenkeel.link': text }), 0)).toBeNull();
  }
});
