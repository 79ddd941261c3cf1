import { openLogin } from '@/emulator/generate/open-login';
import type { Login, LoginAccount, Movement } from '@/emulator/login';
import { type Day, day } from '@/lib/core/day';

export const PLATYPUS = 'ins_109508';
export const TARTAN = 'ins_109511';

export function anOpenedLogin(
  username: string,
  linkedOn: string,
  { password = 'pass_good', institutionId = PLATYPUS } = {},
): Login {
  const opened = openLogin({ username, password, institutionId }, day(linkedOn));
  if ('error' in opened) throw new Error(opened.error);
  return opened.login;
}

export function accountIn(login: Login, key: string): LoginAccount {
  const account = login.accounts.find((candidate) => candidate.key === key);
  if (!account) throw new Error(`No account "${key}".`);
  return account;
}

/** What is booked up to a day, told row by row without the code under test. */
export function bookedUpTo(movements: readonly Movement[], on: Day): number {
  let cents = 0;
  for (const { appearsOn, posted, pending, correction, removedOn } of movements) {
    if (pending?.vanishes || (pending?.endsOn ?? appearsOn) > on) continue;
    if (removedOn && removedOn <= on) continue;
    const row = correction && correction.on <= on ? correction.row : posted;
    cents += Math.round(row.amount * 100);
  }
  return cents;
}

export function rowsOf(account: LoginAccount, category: string): { date: string; amount: number }[] {
  return account.movements
    .map(({ posted }) => posted)
    .filter((row) => row.category?.detailed === category)
    .map(({ date, amount }) => ({ date, amount }));
}
