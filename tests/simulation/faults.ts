/** Every fault that can befall a transaction or a call, by a name that a schedule can hold. */
import { networkError } from './gated-plaid';
import { sqlError } from './gated-postgres';
import { type Point, PROCEED, type Verdict } from './gate';
import type { Rng } from './rng';
import { errorBody } from './upstream';

/** `at`: before which statement, for those that strike in the middle of a transaction. */
export type Fault = { name: string; at?: number };

export const NONE: Fault = { name: 'none' };

const sql =
  (code: string, message: string) =>
  (at: number): Verdict => ({
    do: 'fail',
    when: 'before',
    error: sqlError(code, message),
    at,
  });

const IN_TRANSACTION: Readonly<Record<string, (at: number) => Verdict>> = {
  'pool exhausted': () => ({
    do: 'fail',
    when: 'before',
    error: sqlError('CONNECT_TIMEOUT', 'no connection'),
  }),
  'cut before commit': sql('CONNECTION_CLOSED', 'the connection was closed'),
  'cut after commit': () => ({ do: 'fail', when: 'after', error: sqlError('CONNECTION_CLOSED', 'closed') }),
  'serialization failure': sql('40001', 'could not serialize access'),
  deadlock: sql('40P01', 'deadlock detected'),
  'disk full': sql('53100', 'could not extend file'),
  'statement timeout': sql('57014', 'canceling statement due to statement timeout'),
  'crash before': () => ({ do: 'crash', when: 'before' }),
  'crash within': (at) => ({ do: 'crash', when: 'before', at }),
  'crash after': () => ({ do: 'crash', when: 'after' }),
};

const answer = (status: number, body: string): Verdict => ({ do: 'answer', when: 'before', status, body });

const ON_CALL: Readonly<Record<string, (code: string) => Verdict>> = {
  'no answer': () => ({ do: 'fail', when: 'before', error: networkError('ECONNRESET') }),
  'answer lost': () => ({ do: 'fail', when: 'after', error: networkError('ECONNABORTED') }),
  html: () => answer(502, '<html><body>Bad gateway</body></html>'),
  'cut JSON': () => answer(200, '{"added":[{"transaction_id":"a'),
  crash: () => ({ do: 'crash', when: 'before' }),
  'crash after': () => ({ do: 'crash', when: 'after' }),
};

/** Codes that a healthy Item's calls may meet, each with its type. Ended ones are only believed with `/item/get`. */
const CODES: readonly (readonly [number, string, string])[] = [
  [6, 'API_ERROR', 'INTERNAL_SERVER_ERROR'],
  [2, 'API_ERROR', 'PLANNED_MAINTENANCE'],
  [4, 'INSTITUTION_ERROR', 'INSTITUTION_DOWN'],
  [4, 'INSTITUTION_ERROR', 'INSTITUTION_NOT_RESPONDING'],
  [4, 'RATE_LIMIT_EXCEEDED', 'TRANSACTIONS_SYNC_LIMIT'],
  [3, 'ITEM_ERROR', 'ITEM_LOGIN_REQUIRED'],
  [3, 'ITEM_ERROR', 'PRODUCT_NOT_READY'],
  [1, 'ITEM_ERROR', 'ITEM_LOCKED'],
  [1, 'INVALID_INPUT', 'INVALID_API_KEYS'],
  [1, 'INVALID_INPUT', 'INVALID_ACCESS_TOKEN'],
  [1, 'ITEM_ERROR', 'ITEM_NOT_FOUND'],
  [1, 'INVALID_REQUEST', 'INVALID_FIELD'],
  [2, 'TRANSACTIONS_ERROR', 'TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION'],
  [1, 'ODD_ERROR', 'NOBODY_KNOWS_THIS_CODE'],
];

/** These would say on `/item/get` or on a removal that an Item has ended, which is then believed rightly. */
const ENDED = ['INVALID_ACCESS_TOKEN', 'ITEM_NOT_FOUND'];
const DECISIVE = ['/item/get', '/item/remove', '/item/public_token/exchange'];

/** One that fits the point. */
export function aFault({ kind, name }: Point, rng: Rng): Fault {
  if (kind !== 'call') return { name: rng.pick(Object.keys(IN_TRANSACTION)), at: 1 + rng.int(6) };
  if (rng.chance(0.5)) return { name: rng.pick(Object.keys(ON_CALL)) };
  const code = rng.weighted(CODES.map(([weight, , code]) => [weight, code]));
  const isFalse = ENDED.includes(code) && DECISIVE.includes(name);
  return { name: isFalse ? 'INTERNAL_SERVER_ERROR' : code };
}

/** What the fault does at this point; one that does not fit does nothing. */
export function verdictOf({ name, at = 1 }: Fault, { kind }: Point): Verdict {
  if (kind !== 'call') return IN_TRANSACTION[name]?.(at) ?? PROCEED;
  const code = CODES.find((of) => of[2] === name);
  if (code)
    return answer(name === 'INTERNAL_SERVER_ERROR' ? 500 : 400, errorBody(code[1], code[2], 'request-0'));
  return ON_CALL[name]?.(name) ?? PROCEED;
}
