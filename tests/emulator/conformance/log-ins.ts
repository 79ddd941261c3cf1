/**
 * Everyone who can be linked in the emulator: the people of its front door, custom users, volume, and whoever
 * else stands in the README's table of log-ins.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { textOf } from '@/tests/support/sources';
import { PERSONAS } from '@/emulator/generate/open-login';

export type LogIn = {
  readonly name: string;
  readonly institution: string;
  readonly username: string;
  readonly password: string;
};

const FIXTURES = new URL('../../fixtures/custom-users/', import.meta.url);
const PLATYPUS = 'ins_109508';

/** Banks where `user_good` shows something of its own: OAuth, stored balances, another country. */
const BANKS_OF_USER_GOOD = [PLATYPUS, 'ins_127287', 'ins_128026', 'ins_43', 'ins_117650'];

export function everyLogIn(): LogIn[] {
  const people = Object.entries(PERSONAS).flatMap(([username, { accounts }]) =>
    [...new Set(accounts.map(({ institution }) => institution))].map((institution) =>
      logIn(username, institution),
    ),
  );
  const found = [
    ...BANKS_OF_USER_GOOD.map((institution) => logIn('user_good', institution)),
    ...people,
    ...customUsers().map(([name, password]) => ({ ...logIn('user_custom', PLATYPUS), name, password })),
    logIn('user_volume_1000', PLATYPUS),
  ];
  const others = documentedLogIns().filter(
    ({ username, password }) =>
      !found.some((known) => known.username === username && known.password === password),
  );
  return [...found, ...others];
}

/** Rows with a username and one password, or any: the others tell what a password does. */
function documentedLogIns(): LogIn[] {
  const table = /## Log-ins\n([\s\S]*?)\n## /.exec(textOf('emulator/README.md'))?.[1] ?? '';
  const rows = [...table.matchAll(/^\| `(\w+)` \| (?:`(\w+|\{\})`|any) \|/gm)];
  return rows
    .filter(([, username = '']) => !username.startsWith('user_volume'))
    .map(([, username = '', password = 'pass_good']) => ({
      ...logIn(username, PLATYPUS),
      name: `${username} with ${password}`,
      password,
    }));
}

function customUsers(): [name: string, password: string][] {
  const files = readdirSync(FIXTURES).map((name): [string, string] => [
    `user_custom with ${name}`,
    readFileSync(new URL(name, FIXTURES), 'utf8'),
  ]);
  return [['user_custom with {}', '{}'], ...files];
}

function logIn(username: string, institution: string): LogIn {
  return { name: `${username} at ${institution}`, institution, username, password: 'pass_good' };
}
