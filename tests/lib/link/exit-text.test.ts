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

test.each([
  [
    'ACCESS_NOT_GRANTED',
    'The bank was not allowed to share what is needed.',
    /^Start again, .* leave the ticks/,
  ],
  [
    'institution-poor-health-error',
    'Connecting to this bank often fails at the moment.',
    /^Nothing was changed\. Try again in a few hours, or connect another bank/,
  ],
  [
    'oauth-error',
    'The visit to the bank was not finished.',
    /ten minutes, .* Nothing was changed; start again/,
  ],
])('%s says what happened and what to do next, whatever the bank says', (code, title, next) => {
  for (const displayMessage of [null, 'Ask your branch.']) {
    const shown = exitText({ code, displayMessage });
    expect(shown?.title).toBe(title);
    expect(shown?.text).toMatch(next);
  }
});
