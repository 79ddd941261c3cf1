/** Who may import whom: the house's arrows as data. They are about our own code; packages are another matter. */
type Test = (path: string) => boolean;
export type Room = { name: string; has: Test; mayImport: Test };

const inside =
  (...prefixes: string[]): Test =>
  (path) =>
    prefixes.some(
      (prefix) => path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}.`),
    );

const either =
  (...tests: Test[]): Test =>
  (path) =>
    tests.some((test) => test(path));

/** A folder of `lib` that only calculates: every one but the kernel, the wall and the engine. */
export const isPureLib: Test = (path) =>
  /^lib\/[^/]+\//.test(path) && !inside('lib/core', 'lib/plaid', 'lib/sync')(path);

/** A loose file at the top of `lib`: what joins requests, settings and secrets to the rest. */
const isEdge: Test = (path) => /^lib\/[^/]+$/.test(path);

/** Our own code, as opposed to a package. */
export const isOurs = inside(
  'app',
  'bench',
  'components',
  'db',
  'emulator',
  'lib',
  'proxy',
  'scripts',
  'tests',
);

/** The first match counts. Tests, scripts and configuration are in no room: they may import anything. */
const rooms: Room[] = [
  { name: 'lib/core', has: inside('lib/core'), mayImport: inside('lib/core') },
  { name: 'lib/plaid', has: inside('lib/plaid'), mayImport: inside('lib/plaid', 'lib/core', 'lib/env') },
  {
    name: 'lib/sync',
    has: inside('lib/sync'),
    mayImport: either(
      inside('lib/sync', 'lib/plaid', 'lib/core', 'lib/secrets', 'lib/env', 'lib/log', 'db/queries'),
      isPureLib,
    ),
  },
  {
    name: 'the edge of lib',
    has: isEdge,
    mayImport: either(isEdge, isPureLib, inside('lib/core', 'db/queries')),
  },
  {
    name: 'db/queries',
    has: inside('db/queries'),
    mayImport: inside('db/queries', 'db/client', 'db/schema', 'lib/core'),
  },
  { name: 'db/schema', has: inside('db/schema'), mayImport: inside('db/schema', 'lib/core') },
  { name: 'the seed', has: inside('db/seed'), mayImport: inside('db', 'lib') },
  { name: 'db', has: inside('db'), mayImport: inside('db', 'lib/core', 'lib/env') },
  {
    name: 'components',
    has: inside('components'),
    mayImport: either(inside('components', 'lib/core'), isPureLib),
  },
  { name: 'emulator', has: inside('emulator'), mayImport: inside('emulator', 'lib/core') },
  {
    name: 'app',
    has: inside('app', 'proxy', 'instrumentation'),
    mayImport: inside('app', 'components', 'lib', 'db/queries', 'emulator'),
  },
];

/** The room that a file is in, if it is in one. */
export function roomOf(path: string): Room | undefined {
  return isPureLib(path) ? pureRoom(path) : rooms.find((room) => room.has(path));
}

/** What every noun speaks of; neither knows any other noun (decision 4). */
const vocabularies = ['lib/categories', 'lib/csv'];

/** Nouns of `lib` do not know each other: each calculation declares the smallest input it needs. */
function pureRoom(path: string): Room {
  const name = path.split('/').slice(0, 2).join('/');
  const shared = vocabularies.includes(name) ? [] : vocabularies;
  return { name, has: inside(name), mayImport: inside(name, 'lib/core', ...shared) };
}
