/** A bank account put together from its facts, its movements and what it held before the first of them. */
import { EmailTypeEnum, type Owner, PhoneNumberTypeEnum } from 'plaid';
import { exponentOf } from '@/lib/core/currency';
import type { Day } from '@/lib/core/day';
import type { AccountBalances, Liability, LoginAccount, Movement } from '../login';
import { ledger } from './ledger';
import { idFor } from './seeded';

export type AccountFacts = Pick<
  LoginAccount,
  'key' | 'name' | 'officialName' | 'mask' | 'type' | 'subtype' | 'owners'
> & {
  readonly currency?: string;
  readonly limit?: number | null;
  /** Some banks name no withdrawable amount (a card, a CD): `available` is then null (ACC-5). */
  readonly namesAvailable?: boolean;
};

type AccountLife = {
  readonly movements: readonly Movement[];
  /** In minor units, with ACC-6's meaning of `current`, before the first movement. */
  readonly opening: number;
  liabilityOn?(day: Day): Liability | null;
};

/** Depository, credit and loan accounts; their balance is the opening figure and the sum of their rows. */
export function bankAccount(facts: AccountFacts, life: AccountLife): LoginAccount {
  return {
    ...accountShell(facts),
    movements: life.movements,
    balancesOn: balancesFrom(facts, life),
    liabilityOn: (day) => life.liabilityOn?.(day) ?? null,
  };
}

/** Everything about an account but its life, for builders that bring their own. */
export function accountShell(facts: AccountFacts): LoginAccount {
  const { key, name, officialName, mask, type, subtype, owners, currency = 'USD' } = facts;
  return {
    key,
    name,
    officialName,
    mask,
    type,
    subtype,
    owners,
    currency,
    unofficial: false,
    persistentId: null,
    numbers: null,
    movements: [],
    balancesOn: () => ({ available: null, current: 0, limit: null }),
    liabilityOn: () => null,
    holdingsOn: () => [],
    investmentTransactions: [],
  };
}

function balancesFrom(
  facts: AccountFacts,
  { movements, opening }: AccountLife,
): (day: Day) => AccountBalances {
  const digits = exponentOf(facts.currency ?? 'USD');
  const rows = ledger(movements, digits);
  const major = (minor: number) => minor / 10 ** digits;
  const limit = facts.limit ?? null;
  return (day) => {
    const owes = facts.type === 'credit' || facts.type === 'loan';
    const current = owes ? opening + rows.postedOn(day) : opening - rows.postedOn(day);
    const room = owes ? Math.round((limit ?? 0) * 10 ** digits) - current : current;
    const available = facts.namesAvailable === false ? null : major(room - rows.heldOn(day));
    return { available, current: major(current), limit };
  };
}

/** The same person at the same bank keeps this id over relinks (DUP-6). */
export function persistentIdFor(institutionId: string, username: string, key: string): string {
  return idFor(37, 'persistent', institutionId, username, key);
}

/** One owner object; holders of a joint account stand inside it together (IDN-1). */
export function ownerOf(
  names: readonly string[],
  emails: readonly string[],
  phones: readonly string[],
  address: Owner['addresses'][number]['data'],
): Owner {
  return {
    names: [...names],
    emails: emails.map((data, index) => ({
      data,
      primary: index === 0,
      type: index === 0 ? EmailTypeEnum.Primary : EmailTypeEnum.Secondary,
    })),
    phone_numbers: phones.map((data, index) => ({
      data,
      primary: index === 0,
      type: index === 0 ? PhoneNumberTypeEnum.Mobile : PhoneNumberTypeEnum.Home,
    })),
    addresses: [{ data: { ...address }, primary: true }],
  };
}
