import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint, isSameSecret, open, seal } from '@/lib/secrets';

const place = 'items.access_token:1' as const;

describe('secrets', () => {
  test('opens what it sealed, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(open(seal(value, place), place)).toBe(value);
      }),
    );
  });

  test('seals the same value differently each time', () => {
    expect(seal('a', place)).not.toBe(seal('a', place));
  });

  test('does not open in another row or column', () => {
    const sealed = seal('access-token', place);
    expect(() => open(sealed, 'items.access_token:2')).toThrow('changed or moved');
    expect(() => open(sealed, 'link_intents.public_token:1')).toThrow('changed or moved');
  });

  test('does not open when a single character was changed', () => {
    const sealed = seal('access-token', place);
    const [id = '', nonce = '', body = ''] = sealed.split('.');
    const flipped = body.startsWith('A') ? `B${body.slice(1)}` : `A${body.slice(1)}`;
    expect(() => open([id, nonce, flipped].join('.'), place)).toThrow('changed or moved');
    expect(() => open(['gone', nonce, body].join('.'), place)).toThrow('not configured');
  });

  test('compares secrets of any length', () => {
    expect(isSameSecret('abc', 'abc')).toBe(true);
    expect(isSameSecret('abc', 'abcd')).toBe(false);
    expect(fingerprint('abc')).toHaveLength(64);
  });
});
