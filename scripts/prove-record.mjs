/** What the proofs have reached so far, in `.data/prove.json`: one row for each, in short and up to its floor. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { inData, root } from './project.mjs';
import { Trouble } from './trouble.mjs';

const file = inData('prove.json');

export function listKept(path = file) {
  const { results } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { results: [] };
  // What has no date was noted by an older version, for one run alone.
  return results.filter(({ at }) => at);
}

/** Takes the place of what the same proof had reached in the same form, better or worse, and of nothing else. */
export function keep(result, path = file) {
  const others = listKept(path).filter(({ id, form }) => id !== result.id || form !== result.form);
  writeFileSync(path, JSON.stringify({ results: [...others, result] }, null, 2));
}

/** Keeps what another checkout has reached later. */
export function takeOver(from, path = file) {
  if (!existsSync(from)) throw new Trouble(`There is no file ${from}.`);
  for (const result of listKept(from)) {
    const own = listKept(path).find(({ id, form }) => id === result.id && form === result.form);
    if (!own || own.at < result.at) keep(result, path);
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

/** Prints the table, in the order of these proofs; answers whether there is anything, and all of it holds. */
export function tellAll(proofs) {
  const order = proofs.map(({ id }) => id);
  const results = listKept().sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const rows = results.map(({ id, form, what, floor, reached, holds, isFloor, seconds, commit, at }) => {
    const verdict = isFloor ? 'floor reached' : holds ? 'holds' : 'FAILED';
    const also = proofs.find((proof) => proof.id === id)?.also;
    const name = also ? `${id}, ${also}` : id;
    const told = { what, floor, reached, verdict, seconds, commit, date: at.slice(0, 10) };
    return [form === 'floors' ? name : `${name} in short`, told];
  });
  console.table(Object.fromEntries(rows));
  const count = (of) => results.filter(of).length;
  const failed = count(({ holds }) => !holds);
  console.log(
    `${results.length - failed} hold, ${count(({ isFloor }) => isFloor)} of them at their floor, ${failed} failed. .data/prove.json has it all.`,
  );
  return failed === 0 && results.length > 0;
}
