/**
 * `npm run prove`: the proofs of the sync engine, one after the other, in a few minutes; `-- --floors` up to the
 * floors of the test plan, which takes hours. `-- --only r7,r8` takes some; what follows a single one goes to it
 * (`-- --only r7 --kills 50 --seed 3`). `-- --left` leaves out what holds already; `-- --take FILE` takes over
 * what another checkout noted. Each proof is noted in `.data/prove.json` as it ends, and the table at the end is
 * of all that is noted there. Ends with 1 when one of them failed.
 */
import './node-version.mjs';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { inData, root } from './project.mjs';
import { circumstances, keep, listKept, takeOver, tellAll } from './prove-record.mjs';
import { proofs } from './proofs.mjs';
import { runMain, Trouble } from './trouble.mjs';

let running = null;
let isEnough = false;
// A proof that is told to end may still say what it has reached; the next one does not begin.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    isEnough = true;
    running?.kill(signal);
  });
}

await runMain(async () => {
  const { form, chosen, rest, isLeft, taken } = readArguments(process.argv.slice(2));
  if (taken) takeOver(taken);
  else {
    await ensureInstalled();
    for (const proof of chosen) {
      const holds = listKept().some((one) => one.id === proof.id && one.form === form && one.holds);
      if (!isEnough && !(isLeft && holds)) keep(await prove(proof, form, rest));
    }
  }
  process.exit(tellAll(proofs) ? 0 : 1);
});

function readArguments(given) {
  const left = [...given];
  const flag = (name) => left.includes(name) && left.splice(left.indexOf(name), 1).length > 0;
  const value = (name) => (left.includes(name) ? (left.splice(left.indexOf(name), 2)[1] ?? '') : null);
  const [isFloors, isLeft] = [flag('--floors'), flag('--left')];
  const [taken, only] = [value('--take'), value('--only')?.toUpperCase().split(',')];
  const chosen = proofs.filter(({ id, also }) => !only || only.includes(id) || only.includes(also));
  if (chosen.length === 0)
    throw new Trouble(`There is no such proof. There are: ${proofs.map(({ id }) => id).join(', ')}.`);
  if (left.length > 0 && chosen.length > 1)
    throw new Trouble(`"${left.join(' ')}" is for one proof; choose it with --only.`);
  return { form: isFloors ? 'floors' : 'short', chosen, rest: left, isLeft, taken };
}

/** Runs one to its end; one that printed nothing that can be read has failed, whatever its exit code. */
async function prove(proof, form, rest) {
  const { id, also, what, floor, atLeast, own, read } = proof;
  console.log(`\n${id}${also ? ` and ${also}` : ''}: ${what}`);
  const outcome = inData(join('proofs', `${id.toLowerCase()}.json`));
  rmSync(outcome, { force: true });
  const command = [...proof[form], ...rest];
  const under = circumstances();
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
    id,
    form,
    what,
    floor,
    reached: told ? `${told.reached} ${told.counted}, ${told.wrong} wrong` : 'nothing that can be read',
    holds,
    // Where the floor is no number, it is all that there is.
    isFloor:
      holds && (atLeast === undefined ? form === 'floors' && rest.length === 0 : told.reached >= atLeast),
    seconds: Math.round((Date.now() - since) / 1000),
    ...under,
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
  running = child;
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
