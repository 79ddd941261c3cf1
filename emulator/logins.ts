/** The logins of Items, opened once each and kept while they are in use. */
import type { Day } from '@/lib/core/day';
import { seededCustomUser } from './custom/own-seed';
import type { ItemDocument } from './documents';
import { plaidError } from './errors/errors';
import type { Credentials, Login, OpenLogin } from './login';

const KEPT = 64;

export function createLogins(openLogin: OpenLogin): (item: ItemDocument) => Login {
  const kept = new Map<string, Login>();
  return (item) => {
    const credentials = ownCredentials(item);
    const { institutionId, username, password } = credentials;
    const key = JSON.stringify([institutionId, username, password, item.linkedOn]);
    const login = kept.get(key) ?? open(openLogin, credentials, item.linkedOn);
    kept.delete(key);
    kept.set(key, login);
    const oldest = kept.keys().next().value;
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return item.churned ? withChurned(login, item.churned) : login;
  };
}

/** The same account once more under another key, and so with other ids of itself and of all its rows (ACC-9). */
function withChurned(login: Login, churned: Readonly<Record<string, string>>): Login {
  const accounts = [...login.accounts];
  for (const [key, formerKey] of Object.entries(churned)) {
    const former = accounts.find((account) => account.key === formerKey);
    if (former) accounts.push({ ...former, key });
  }
  return { ...login, accounts };
}

function open(openLogin: OpenLogin, credentials: Credentials, linkedOn: Day): Login {
  const opened = openLogin(credentials, linkedOn);
  if ('error' in opened) throw plaidError(opened.error);
  return opened.login;
}

/** A custom user who says nothing leads another life with every Item, and the same one with the same (SBX-6). */
function ownCredentials({ institutionId, username, password, itemId }: ItemDocument): Credentials {
  if (username !== 'user_custom') return { institutionId, username, password };
  return { institutionId, username, password: seededCustomUser(password, itemId) };
}
