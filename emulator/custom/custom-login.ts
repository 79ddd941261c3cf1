/** A custom user's login: the accounts of the file, exactly (SBX-6). */
import type { Day } from '@/lib/core/day';
import { accountNumbers } from '../generate/account-numbers';
import type { Login } from '../login';
import { customAccount, type MoneyAccount } from './custom-account';
import { customSecurities } from './custom-investments';
import type { CustomAccount, CustomUser } from './schema';

/** Null where the file names no accounts at all, so that data is to be made from its seed. */
export function customLogin(user: CustomUser, linkedOn: Day, institutionId: string): Login | null {
  if (!user.override_accounts) return null;
  const held = user.override_accounts.filter(holdsMoney);
  const securities = new Map(held.flatMap(customSecurities).map((one) => [one.security_id, one]));
  // Who names nobody for an account means the person of the others.
  const names = held.flatMap(({ identity }) => (identity?.names ? [identity.names] : []))[0];
  return {
    accounts: held.map((file, index) => {
      const account = names ? { ...file, identity: { names, ...file.identity } } : file;
      const opened = customAccount(account, index, user.seed ?? '', linkedOn);
      return { ...opened, numbers: accountNumbers(opened, institutionId, account.numbers) };
    }),
    securitiesOn: () => [...securities.values()],
  };
}

function holdsMoney(account: CustomAccount): account is MoneyAccount {
  return account.type !== 'payroll';
}
