import { describe, expect, it } from 'vitest';
import { openLogin } from '@/emulator/generate/open-login';
import { addDays, day } from '@/lib/core/day';
import { accountIn, anOpenedLogin, bookedUpTo } from './an-opened-login';

const LINKED_ON = day('2026-09-10');

function attempt(username: string, password: string, institutionId = 'ins_109508') {
  const opened = openLogin({ username, password, institutionId }, LINKED_ON);
  return 'error' in opened ? opened.error : 'open';
}

describe('the front door', () => {
  it('opens to the Sandbox person at any bank, with or without a second factor', () => {
    expect(attempt('user_good', 'pass_good', 'ins_127287')).toBe('open');
    expect(attempt('user_good', 'mfa_questions_2_2')).toBe('open');
    expect(attempt('user_good', '{"recaptcha":"good"}')).toBe('open');
  });

  it('turns away what it does not know', () => {
    expect(attempt('user_good', 'pass_bad')).toBe('INVALID_CREDENTIALS');
    expect(attempt('nobody', 'pass_good')).toBe('INVALID_CREDENTIALS');
    expect(attempt('toString', 'pass_good')).toBe('INVALID_CREDENTIALS');
  });

  it('refuses with the error that the password asks for', () => {
    expect(attempt('user_good', 'error_ITEM_LOCKED')).toBe('ITEM_LOCKED');
    expect(attempt('user_good', '{"recaptcha":"bad"}')).toBe('RECAPTCHA_BAD');
  });

  it('knows the demo household at its own two banks alone', () => {
    expect(attempt('demo_household', 'pass_good', 'ins_109508')).toBe('open');
    expect(attempt('demo_household', 'pass_good', 'ins_109511')).toBe('open');
    expect(attempt('demo_household', 'pass_good', 'ins_109512')).toBe('NO_ACCOUNTS');
  });
});

describe('a login for volume', () => {
  it.each([0, 1, 37, 20_000])('holds exactly %d transactions within two years', (count) => {
    const { accounts } = anOpenedLogin(`user_volume_${count}`, LINKED_ON);
    const movements = accounts.flatMap((account) => account.movements);
    expect(movements.length).toBe(count);
    const days = movements.map(({ appearsOn }) => appearsOn).sort();
    expect(
      (days[0] ?? LINKED_ON) >= addDays(LINKED_ON, -730) && (days.at(-1) ?? LINKED_ON) <= LINKED_ON,
    ).toBe(true);
  });

  it('moves its balances by its rows', () => {
    const login = anOpenedLogin('user_volume_20000', LINKED_ON);
    for (const key of ['checking', 'card']) {
      const { balancesOn, movements, type } = accountIn(login, key);
      const opening = type === 'depository' ? 500_000 : 0;
      const on = addDays(LINKED_ON, -300);
      const booked = bookedUpTo(movements, on);
      const owed = type === 'depository' ? opening - booked : opening + booked;
      expect(Math.round((balancesOn(on).current ?? 0) * 100)).toBe(owed);
    }
  });
});
