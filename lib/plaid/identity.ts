import 'server-only';
import { callPlaid } from './client';

/** Whose account it is, by name; nothing else of `/identity/get` is kept (IDN-3). */
export type AccountOwners = { plaidAccountId: string; names: string[] };

const MOST_NAMES = 10;
const LONGEST = 200;

/** The owners of each account; holders of a joint account often share one owner object (IDN-1). */
export async function pullOwners(
  accessToken: string,
): Promise<{ owners: AccountOwners[]; requestId: string }> {
  const data = await callPlaid((api) => api.identityGet({ access_token: accessToken }));
  const owners = data.accounts.map((account) => ({
    plaidAccountId: account.account_id,
    names: tidy((account.owners ?? []).flatMap((owner) => owner.names ?? [])),
  }));
  return { owners, requestId: data.request_id };
}

function tidy(names: readonly string[]): string[] {
  const whole = names.map((name) => name.trim().replace(/\s+/g, ' ').slice(0, LONGEST)).filter(Boolean);
  return [...new Set(whole)].slice(0, MOST_NAMES);
}
