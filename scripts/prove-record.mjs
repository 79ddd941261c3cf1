/** What the proofs have reached so far, in `.data/prove.json`: one row for each, in short and up to its floor. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { inData, root } from './project.mjs';

const file = inData('prove.json');

export function listKept(path = file) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).results : [];
}

/** Takes the place of what the same proof had reached in the same form, whichever is better. */
export function keep(result) {
  const others = listKept().filter(({ id, form }) => id !== result.id || form !== result.form);
  writeFileSync(file, JSON.stringify({ results: [...others, result] }, null, 2));
}

/** What another checkout reached later than this one. */
export function takeOver(path) {
  for (const result of listKept(path)) {
    const own = listKept().find(({ id, form }) => id === result.id && form === result.form);
    if (!own || own.at < result.at) keep(result);
  }
}

/** What a run begins with: the code that is proved, when, and on what. */
export function circumstances() {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${memory}`;
  return { commit: commit(), at: new Date().toISOString(), machine, node: process.version };
}

/** With a `+` when files were changed since; a copy without history has no name. */
function commit() {
  try {
    const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : '+'}`;
  } catch {
    return 'unknown';
  }
}

/** Prints the table in the order of these ids; answers whether there is anything, and all of it holds. */
export function tellAll(ids) {
  const results = listKept().sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  const rows = results.map(({ id, form, what, floor, reached, holds, isFloor, seconds, commit, at }) => [
    form === 'floors' ? id : `${id} in short`,
    {
      what,
      floor,
      reached,
      verdict: isFloor ? 'floor reached' : holds ? 'holds' : 'FAILED',
      seconds,
      commit,
      date: at.slice(0, 10),
    },
  ]);
  console.table(Object.fromEntries(rows));
  const count = (of) => results.filter(of).length;
  const failed = count(({ holds }) => !holds);
  console.log(
    `${results.length - failed} hold, ${count(({ isFloor }) => isFloor)} of them at their floor, ${failed} failed. .data/prove.json has it all.`,
  );
  return failed === 0 && results.length > 0;
}
