/** The logins of Items, opened once each and kept while they are in use. */
import type { ItemDocument } from './documents';
import { plaidError } from './errors';
import type { Login } from './login';
import type { OpenLogin } from './world';

const KEPT = 64;

export function createLogins(openLogin: OpenLogin): (item: ItemDocument) => Login {
  const kept = new Map<string, Login>();
  return (item) => {
    const key = JSON.stringify([item.institutionId, item.username, item.password, item.linkedOn]);
    const login = kept.get(key) ?? open(openLogin, item);
    kept.delete(key);
    kept.set(key, login);
    const oldest = kept.keys().next().value;
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return login;
  };
}

function open(openLogin: OpenLogin, item: ItemDocument): Login {
  const opened = openLogin(item, item.linkedOn);
  if ('error' in opened) throw plaidError(opened.error);
  return opened.login;
}
