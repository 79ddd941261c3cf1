/**
 * Plays seed after seed of the simulation on the code of this tree until a rule is broken, and prints with which
 * seed and which rule. `DATABASE_URL` is any database of a server that it may make others on.
 */
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    name: { type: 'string', default: 'hunt' },
    seeds: { type: 'string', default: '1000' },
    steps: { type: 'string', default: '200' },
  },
});

const server = process.env['DATABASE_URL'] ?? '';
await import('../support/environment');
const { log } = await import('@/lib/log');
log.level = 'silent';
const { play } = await import('../simulation/play');
const { dropDatabase, makeVirtualDatabase, openVirtualDatabase } = await import(
  '../simulation/virtual-database'
);

const name = `planted_${values.name.replaceAll(/\W/g, '_')}`;
await dropDatabase(server, name);
const db = await openVirtualDatabase(await makeVirtualDatabase(server, name));
let seed = 0;
let violation: string | null = null;
while (violation === null && seed < Number(values.seeds)) {
  seed += 1;
  violation = (await play(db, { seed, steps: Number(values.steps) })).violation;
}
await db.end();
await dropDatabase(server, name);
console.log(JSON.stringify({ seed, violation }));
process.exit(0);
