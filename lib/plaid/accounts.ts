import 'server-only';
import Big from 'big.js';
import type { AccountBase, AccountsGetResponse } from 'plaid';
import { currencyOf, minorOrNull } from './amounts';
import { callPlaid } from './client';
import { type ItemFacts, mapItem } from './items';

const ACCOUNT_TYPES = ['depository', 'credit', 'loan', 'investment', 'other'] as const;

/** One account as the bank describes it; `balance` is our sign, so debts are negative. */
export type BankAccount = {
  plaidAccountId: string;
  persistentAccountId: string | null;
  bankName: string;
  officialName: string | null;
  mask: string | null;
  type: (typeof ACCOUNT_TYPES)[number];
  subtype: string | null;
  currency: string;
  balance: number | null;
  available: number | null;
  creditLimit: number | null;
};

export type PulledAccounts = { accounts: BankAccount[]; item: ItemFacts; requestId: string };

/** The open accounts that the person shared, with cached balances (ACC-1). */
export async function pullAccounts(accessToken: string): Promise<PulledAccounts> {
  const data = await callPlaid<AccountsGetResponse>((api) => api.accountsGet({ access_token: accessToken }));
  return { accounts: data.accounts.map(mapAccount), item: mapItem(data.item), requestId: data.request_id };
}

/** What is owed counts as negative; `current` comes first, `available` only stands in for it (ACC-7). */
export function mapAccount(account: AccountBase): BankAccount {
  const { balances } = account;
  const currency = currencyOf(balances);
  const type = ACCOUNT_TYPES.find((known) => known === account.type) ?? 'other';
  return {
    plaidAccountId: account.account_id,
    persistentAccountId: account.persistent_account_id ?? null,
    bankName: account.name,
    officialName: account.official_name ?? null,
    mask: account.mask ?? null,
    type,
    subtype: account.subtype ?? null,
    currency,
    balance: netWorth(minorOrNull(balances.current ?? standIn(balances, type), currency), type),
    available: minorOrNull(balances.available, currency),
    creditLimit: minorOrNull(balances.limit, currency),
  };
}

/** On a card, `available` is what may still be spent: what is owed is the rest of the limit. */
function standIn({ available, limit }: AccountBase['balances'], type: BankAccount['type']): number | null {
  if (type !== 'credit') return available;
  return limit === null || available === null ? null : Number(new Big(limit).minus(available));
}

function netWorth(amount: number | null, type: BankAccount['type']): number | null {
  if (amount === null || amount === 0) return amount;
  return type === 'credit' || type === 'loan' ? -amount : amount;
}
