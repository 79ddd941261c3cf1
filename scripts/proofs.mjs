/**
 * The proofs of the sync engine, by their ids in the test plan: what runs each, in short and up to its floor, and
 * how what it prints is read. `own` proofs write their outcome into `.data/proofs`; the others print JSON. A floor
 * that is a number is told by `atLeast`.
 */
const alone = (file, ...args) => ['--conditions=react-server', '--import', 'tsx', file, ...args];
const simulate = (seeds) => alone('tests/simulation/main.ts', '--steps', '200', '--seeds', seeds, '--json');
const days = (...args) => alone('tests/proofs/sixty-days.ts', ...args, '--json');
/** Shorter lives are counted by the sixty days they make up. */
const ofDays = ({ days, wrong }) => ({ reached: days / 60, counted: 'lives of sixty days', wrong });

export const proofs = [
  {
    id: 'R1',
    also: 'R2',
    what: 'simulation: safety after every commit, then rest without faults',
    floor: '10000 seeds of 200 steps',
    atLeast: 10_000,
    short: simulate('40'),
    floors: simulate('10000'),
    read: ({ seeds, violations }) => ({ reached: seeds, counted: 'seeds of 200 steps', wrong: violations }),
  },
  {
    id: 'R3',
    what: 'planted bugs that the simulation must find',
    floor: '30 planted bugs found',
    atLeast: 30,
    short: alone('tests/planted-bugs/find.ts', '--only', '11-no-fence', '--seeds', '100', '--json'),
    floors: alone('tests/planted-bugs/find.ts', '--json'),
    read: ({ planted, found }) => ({ reached: found, counted: 'planted bugs found', wrong: planted - found }),
  },
  {
    id: 'R4',
    what: 'a crash at every statement, commit and call',
    floor: 'every point',
    short: alone('tests/proofs/crash-points.ts', '--every', '40', '--json'),
    floors: alone('tests/proofs/crash-points.ts', '--json'),
    read: ({ points, bad }) => ({ reached: points, counted: 'points', wrong: bad }),
  },
  {
    id: 'R5',
    what: 'every error code on every call at every page',
    floor: 'every cell',
    short: alone('tests/proofs/error-cells.ts', '--only', 'ITEM_LOGIN_REQUIRED', '--json'),
    floors: alone('tests/proofs/error-cells.ts', '--json'),
    read: ({ cells, wrong }) => ({ reached: cells, counted: 'cells', wrong }),
  },
  {
    id: 'R6',
    what: 'runs, edits and removal in every order',
    floor: '100000 schedules',
    atLeast: 100_000,
    short: alone('tests/proofs/interleavings.ts', '--schedules', '1000'),
    floors: alone('tests/proofs/interleavings.ts', '--schedules', '100000'),
    own: true,
  },
  {
    id: 'R7',
    what: 'workers killed while they sync',
    floor: '1000 kills, each recovered within 60 s',
    atLeast: 1_000,
    short: alone('tests/proofs/kills.ts', '--kills', '20', '--waits', '0'),
    floors: alone('tests/proofs/kills.ts', '--kills', '1000'),
    own: true,
  },
  {
    id: 'R8',
    what: 'PostgreSQL stopped in an instant, pooler restarted',
    floor: '200 stops',
    atLeast: 200,
    short: alone('tests/proofs/stops.ts', '--stops', '8', '--waits', '0'),
    floors: alone('tests/proofs/stops.ts', '--stops', '200'),
    own: true,
  },
  {
    id: 'R9',
    what: 'the database suite through pgbouncer',
    floor: '0 failing tests',
    short: alone('tests/proofs/through-pooler.ts', '--files', 'tests/db/doors,tests/db/lost,tests/sync'),
    floors: alone('tests/proofs/through-pooler.ts'),
    own: true,
  },
  {
    id: 'R11',
    what: 'a storm of webhooks for one Item',
    floor: '5000 in 10 s, p99 250 ms, 3 runs',
    atLeast: 5_000,
    short: alone('tests/proofs/storm.ts', '--webhooks', '1000', '--over', '2'),
    floors: alone('tests/proofs/storm.ts'),
    own: true,
  },
  {
    id: 'DAYS',
    what: 'sixty days in which everything fails, and everything comes right',
    floor: '5 seeds of 60 days',
    atLeast: 5,
    short: days('--seeds', '1', '--days', '10', '--households', '1'),
    floors: days('--seeds', '5'),
    read: ofDays,
  },
  {
    id: 'SILENCE',
    what: 'sixty days without a single webhook',
    floor: '2 seeds of 60 days',
    atLeast: 2,
    short: days('--silent', '--seeds', '1', '--days', '10', '--households', '1'),
    floors: days('--silent', '--seeds', '2'),
    read: ofDays,
  },
];
