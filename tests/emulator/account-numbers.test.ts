import { describe, expect, it } from 'vitest';
import { openLogin } from '@/emulator/generate/open-login';
import { day } from '@/lib/core/day';

const LINKED_ON = day('2026-09-10');

function numbersOf(username: string, institutionId = 'ins_109508', password = 'pass_good') {
  const opened = openLogin({ username, password, institutionId }, LINKED_ON);
  if ('error' in opened) throw new Error(opened.error);
  return new Map(opened.login.accounts.map(({ name, numbers }) => [name, numbers]));
}

describe('account numbers', () => {
  it('are those of the Sandbox for its own person, on checking and savings alone', () => {
    const numbers = numbersOf('user_good');
    expect(numbers.get('Plaid Checking')).toEqual({
      ach: {
        account: '1111222233330000',
        routing: '011401533',
        wire_routing: '021000021',
        can_transfer_in: true,
        can_transfer_out: true,
      },
      eft: null,
      international: null,
      bacs: null,
    });
    expect(numbers.get('Plaid Saving')?.ach?.account).toBe('1111222233331111');
    const reachable = [...numbers].flatMap(([name, own]) => (own ? [name] : []));
    expect(reachable).toEqual(['Plaid Checking', 'Plaid Saving']);
  });

  it('follow the country of the bank', () => {
    const canadian = numbersOf('user_good', 'ins_43').get('Plaid Checking');
    expect(canadian).toMatchObject({ ach: null, eft: { institution: '021', branch: '01140' } });
    const british = numbersOf('user_good', 'ins_117650').get('Plaid Checking');
    expect(british).toMatchObject({
      ach: null,
      bacs: { account: '33330000', sort_code: '601613' },
      international: { bic: 'NWBKGB21' },
    });
    expect(remainder(british?.international?.iban ?? '')).toBe(1n);
  });

  it('are those of a custom user file, with what it leaves out filled in', () => {
    const account = { type: 'depository', subtype: 'checking', meta: { name: 'Own', mask: '42' } };
    const given = { account: '987654321', ach_routing: '122105155', bacs_sort_code: '200000' };
    const file = JSON.stringify({ override_accounts: [{ ...account, numbers: given }] });
    const own = numbersOf('user_custom', 'ins_109508', file).get('Own');
    expect(own?.ach).toMatchObject({
      account: '987654321',
      routing: '122105155',
      wire_routing: '021000021',
    });
    expect(own?.bacs).toEqual({ account: '87654321', sort_code: '200000' });
    expect(own?.international).toBeNull();
  });
});

/** An IBAN is right when its letters as numbers, the head moved to the end, leave 1 by 97. */
function remainder(iban: string): bigint {
  const turned = `${iban.slice(4)}${iban.slice(0, 4)}`;
  return BigInt(turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n;
}
