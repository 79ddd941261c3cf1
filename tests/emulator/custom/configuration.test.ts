import { describe, expect, it } from 'vitest';
import { openLogin } from '@/emulator/generate/open-login';
import { day } from '@/lib/core/day';

function open(password: string) {
  return openLogin({ username: 'user_custom', password, institutionId: 'ins_109508' }, day('2026-09-10'));
}

describe('a configuration', () => {
  it('that is not JSON opens nothing', () => {
    expect(open('{"override_accounts": [')).toEqual({ error: 'INVALID_CREDENTIALS' });
    expect(open('pass_good')).toEqual({ error: 'INVALID_CREDENTIALS' });
  });

  it('with a field of the wrong kind opens nothing', () => {
    const wrong = {
      override_accounts: [{ type: 'depository', transactions: [{ amount: 'much', description: 'x' }] }],
    };
    expect(open(JSON.stringify(wrong))).toEqual({ error: 'INVALID_CREDENTIALS' });
  });

  it('may force an error', () => {
    expect(open('{"force_error":"ITEM_LOCKED"}')).toEqual({ error: 'ITEM_LOCKED' });
    expect(open('{"recaptcha":"bad"}')).toEqual({ error: 'RECAPTCHA_BAD' });
  });

  it('that names no accounts opens a made-up person, the same for the same seed', () => {
    const made = (seed: string) => {
      const opened = open(JSON.stringify({ seed }));
      return 'error' in opened
        ? opened.error
        : JSON.stringify(opened.login.accounts.map(({ movements }) => movements));
    };
    expect(made('one')).toBe(made('one'));
    expect(made('one')).not.toBe(made('two'));
    expect('login' in open('{}')).toBe(true);
  });

  it('takes a field that is null for one that is missing', () => {
    const blank = {
      seed: null,
      override_accounts: [{ type: null, transactions: [{ amount: null }] }],
      mfa: { type: null },
    };
    expect('login' in open(JSON.stringify(blank))).toBe(true);
    const partly = {
      override_accounts: [{ type: 'depository', numbers: { account: null }, liability: { type: null } }],
    };
    expect('login' in open(JSON.stringify(partly))).toBe(true);
    expect(open('null')).toEqual({ error: 'INVALID_CREDENTIALS' });
  });

  it('without a single account is refused as that', () => {
    expect(open('{"override_accounts":[{"type":"payroll"}]}')).toEqual({ error: 'NO_ACCOUNTS' });
  });
});
