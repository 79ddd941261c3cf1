import { expect, test } from 'vitest';
import { exitText } from '@/lib/link/exit-text';

test('leaving Link is no trouble', () => {
  expect(exitText(null)).toBeNull();
});

test('trouble at the bank asks for patience', () => {
  expect(exitText({ code: 'INSTITUTION_DOWN', displayMessage: null })?.title).toBe(
    'The bank cannot be reached right now.',
  );
});

test('an error without words of ours shows those of the bank', () => {
  expect(exitText({ code: 'SOMETHING_NEW', displayMessage: 'Call your branch.' })?.text).toBe(
    'Call your branch.',
  );
});
