/**
 * `npm run prove`: the proofs of the sync engine, one after the other, in a few minutes; `-- --floors` up to the
 * floors of the test plan, which takes hours. `-- --only r7,r8` takes some; what follows a single one goes to it
 * (`-- --only r7 --kills 50 --seed 3`). Prints a table, writes `.data/prove.json`, ends with 1 when one failed.
 */
import './node-version.mjs';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { inData, root } from './project.mjs';
import { proofs } from './proofs.mjs';
import { runMain, Trouble } from './trouble.mjs';

await runMain(async () => {
  await ensureInstalled();
  const { isFloors, chosen, rest } = readArguments(process.argv.slice(2));
  const results = [];
  for (const proof of chosen)
    results.push(await prove(proof, [...proof[isFloors ? 'floors' : 'short'], ...rest]));
  console.table(
    Object.fromEntries(
      results.map(({ id, what, floor, reached, seconds, verdict }) => [
        id,
        { what, floor, reached, seconds, verdict },
      ]),
    ),
  );
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB`;
  const report = { at: new Date().toISOString(), node: process.version, machine, isFloors, results };
  writeFileSync(inData('prove.json'), JSON.stringify(report, null, 2));
  const failed = results.filter(({ verdict }) => verdict !== 'holds');
  console.log(
    `${results.length - failed.length} hold, ${failed.length} failed. ${machine}. .data/prove.json has it all.`,
  );
  process.exit(failed.length === 0 && results.length > 0 ? 0 : 1);
});

function readArguments(given) {
  const isFloors = given.includes('--floors');
  const left = given.filter((word) => word !== '--floors');
  const at = left.indexOf('--only');
  const only = at < 0 ? null : (left[at + 1] ?? '').toUpperCase().split(',');
  const rest = at < 0 ? left : [...left.slice(0, at), ...left.slice(at + 2)];
  const chosen = proofs.filter(({ id, also }) => !only || only.includes(id) || only.includes(also));
  if (chosen.length === 0)
    throw new Trouble(`There is no such proof. There are: ${proofs.map(({ id }) => id).join(', ')}.`);
  if (rest.length > 0 && chosen.length > 1)
    throw new Trouble(`"${rest.join(' ')}" is for one proof; choose it with --only.`);
  return { isFloors, chosen, rest };
}

/** Runs one to its end; one that printed nothing that can be read has failed, whatever its exit code. */
async function prove(proof, command) {
  const { id, also, what, floor, own, read } = proof;
  console.log(`\n${id}${also ? ` and ${also}` : ''}: ${what}`);
  const outcome = inData(join('proofs', `${id.toLowerCase()}.json`));
  rmSync(outcome, { force: true });
  const since = Date.now();
  const { code, printed } = await run(command, own);
  const figures = own
    ? existsSync(outcome)
      ? JSON.parse(readFileSync(outcome, 'utf8'))
      : null
    : lastJson(printed);
  const told = figures && (own ? ofOwn(figures) : read(figures));
  const holds = code === 0 && told !== null && told.reached > 0 && told.wrong === 0;
  return {
    id: also ? `${id}, ${also}` : id,
    what,
    floor,
    reached: told ? `${told.reached} ${told.counted}, ${told.wrong} wrong` : 'nothing that can be read',
    seconds: Math.round((Date.now() - since) / 1000),
    verdict: holds ? 'holds' : 'FAILED',
    command: `node ${command.join(' ')}`,
    figures,
  };
}

function ofOwn({ reached, counted, violations }) {
  return { reached, counted, wrong: violations.length };
}

/** Its output is shown as it comes; what is data for us is kept instead. */
function run(command, own) {
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', own ? 'inherit' : 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  return new Promise((settle, fail) => {
    child.once('error', fail);
    child.once('close', (code) => settle({ code, printed }));
  });
}

function lastJson(printed) {
  const from = printed.search(/^\{/m);
  try {
    return JSON.parse(printed.slice(Math.max(0, from)));
  } catch {
    const line = printed
      .trim()
      .split('\n')
      .findLast((line) => line.startsWith('{'));
    return line === undefined ? null : JSON.parse(line);
  }
}
