import { expect, test } from 'vitest';
import { readDeclarations } from '../support/schema/declarations';
import { faultsOf, typesOfPath, webhookTypes } from '../support/schema/published-types';
import { schemaOfType } from '../support/schema/type-expression';

const BALANCE = { available: 100, current: 110, limit: null, iso_currency_code: 'USD' };
const WHOLE = { ...BALANCE, unofficial_currency_code: null };

test('what is published passes', () => {
  expect(faultsOf('AccountBalance', WHOLE)).toEqual([]);
  expect(faultsOf('AccountBalance', { ...WHOLE, last_updated_datetime: '2026-03-12T09:30:00Z' })).toEqual([]);
});

test.each([
  ['an invented field', { ...WHOLE, overdraft: 1 }, 'overdraft'],
  ['a field left out', BALANCE, 'unofficial_currency_code'],
  ['a text for a number', { ...WHOLE, current: '110' }, '/current'],
  ['an instant without a zone', { ...WHOLE, last_updated_datetime: '2026-03-12T09:30:00' }, 'date-time'],
])('%s is a fault', (_, balance, named) => {
  expect(faultsOf('AccountBalance', balance).join()).toContain(named);
});

test('null, closed lists and calendar days are minded', () => {
  const key = { alg: 'ES256', crv: 'P-256', kid: 'a', kty: 'EC', use: 'sig', x: 'x', y: 'y', created_at: 1 };
  expect(faultsOf('JWKPublicKey', { ...key, expired_at: null })).toEqual([]);
  expect(faultsOf('JWKPublicKey', { ...key, kid: null, expired_at: null })).toHaveLength(1);
  expect(faultsOf('AccountType', 'savings')).toHaveLength(1);
  const history = {
    date: '2026-02-30',
    current: 1,
    iso_currency_code: 'USD',
    unofficial_currency_code: null,
  };
  expect(faultsOf('HistoricalBalance', history).join()).toContain('"format":"date"');
});

test('a path has the types of its call, also where the call is named otherwise', () => {
  expect(typesOfPath('/accounts/balance/get').answer).toBe('AccountsGetResponse');
  expect(typesOfPath('/item/public_token/create').request).toBe('ItemPublicTokenCreateRequest');
  expect(typesOfPath('/user/create').answer).toBe('UserCreateResponse');
  expect(typesOfPath('/statements/download').answer).toBe('any');
  expect(() => typesOfPath('/no/such/path')).toThrow('/no/such/path');
});

test('a webhook has the type of its comments', () => {
  const synced = webhookTypes().filter(({ code }) => code === 'SYNC_UPDATES_AVAILABLE');
  expect(synced).toEqual([
    { name: 'SyncUpdatesAvailableWebhook', type: 'TRANSACTIONS', code: 'SYNC_UPDATES_AVAILABLE' },
  ]);
});

test('declarations that extend, and types that are made of others, are read', () => {
  const source = [
    'export interface Named extends Base, Other {',
    '    /**',
    '     * What it is called.',
    '     * @type {string}',
    '     */',
    '    name?: string | null;',
    '    marks: {',
    '        [key: string]: Array<Mark>;',
    '    } | null;',
    '    [key: string]: object | any;',
    '}',
  ].join('\n');
  expect(readDeclarations(source).get('Named')).toEqual({
    kind: 'interface',
    bases: ['Base', 'Other'],
    properties: [
      { name: 'name', type: 'string | null', isOptional: true, text: 'What it is called.' },
      { name: 'marks', type: '{ [key: string]: Array<Mark>; } | null', isOptional: false, text: '' },
    ],
  });
  const reference = (name: string) => ({ $ref: name });
  expect(schemaOfType('Array<A | B> | null', reference)).toEqual({
    anyOf: [{ type: 'array', items: { anyOf: [{ $ref: 'A' }, { $ref: 'B' }] } }, { type: 'null' }],
  });
  expect(() => schemaOfType('Map<string, A>', reference)).toThrow('not known');
});
