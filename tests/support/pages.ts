/** Every page behind the sign-in, with the ids that a person's own pages need. */
import { connectionsOf } from './connect';
import type { Visitor } from './sign-up';

export const PUBLIC_PAGES = ['/', '/sign-in', '/sign-up'];

/** With an account, a connection and an open transaction of the person, as far as there are any. */
export async function pagesOf(visitor: Visitor): Promise<string[]> {
  const [accounts, transactions] = await Promise.all([
    textOf(visitor, '/accounts'),
    textOf(visitor, '/api/export/transactions.json'),
  ]);
  const account = /href="(\/accounts\/[\w-]{36})"/.exec(accounts)?.[1];
  const transaction = /"id":"([\w-]{36})"/.exec(transactions)?.[1];
  const [connection] = await connectionsOf(visitor);
  return [
    '/dashboard',
    '/transactions',
    '/transactions?q=nothing-is-called-this',
    '/budgets/' + new Date().toISOString().slice(0, 7),
    '/recurring',
    '/net-worth',
    '/accounts',
    '/investments',
    '/debts',
    '/settings/connections',
    '/settings/profile',
    '/settings/display',
    '/oauth',
    '/no-such-page',
    ...(account ? [account] : []),
    ...(transaction ? [`/transactions?open=${transaction}`] : []),
    ...(connection ? [`/settings/connections/${connection}`, `/settings/connections/${connection}/log`] : []),
  ];
}

async function textOf({ request }: Visitor, path: string): Promise<string> {
  return (await request.get(path)).text();
}
