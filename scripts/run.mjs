import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inData, root } from './project.mjs';
import { Trouble } from './trouble.mjs';

const leash = pathToFileURL(join(root, 'scripts', 'end-with-parent.mjs')).href;

/** The arguments that run a program from `node_modules` with this Node, without npm or a shell in between. */
export function programOf(path) {
  return [process.execPath, join(root, 'node_modules', path)];
}

/**
 * Runs a command to its end behind one line of progress ("Building the app … 14 s"). Its output goes to
 * `.data/<log>` and is shown only when it fails, which throws `Trouble`.
 */
export async function runQuietly(title, [command, ...args], { log, env = process.env }) {
  const path = inData(log);
  const file = openSync(path, 'w', 0o600);
  const since = Date.now();
  process.stdout.write(`${title} …`);
  const child = spawnOnLeash([command, ...args], { env, output: file });
  closeSync(file);
  const code = await untilExit(child);
  process.stdout.write(` ${seconds(since)}\n`);
  if (code === 0) return;
  throw new Trouble(
    `${readFileSync(path, 'utf8').trim().split('\n').slice(-60).join('\n')}\n\n${title} failed.`,
  );
}

/** Runs a command with its output on the terminal; answers its exit code. */
export function runAloud(command, env = process.env) {
  return untilExit(spawnOnLeash(command, { env, output: 'inherit' }));
}

/** Starts a command that ends when this process does, also when this process is killed with no chance to clean up. */
export function spawnOnLeash([command, ...args], { env, output }) {
  const isNode = command === process.execPath;
  return spawn(command, isNode ? ['--import', leash, ...args] : args, {
    cwd: root,
    env: { ...env, EVENKEEL_LAUNCHER: String(process.pid) },
    stdio: ['ignore', output, output, ...(isNode ? ['ipc'] : [])],
  });
}

/** "3.2 s" since that moment. */
export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

// A Ctrl-C that reaches only this process must not leave the command behind.
function untilExit(child) {
  const end = () => child.kill();
  process.once('exit', end);
  return new Promise((settle, fail) => {
    child.once('error', (error) =>
      fail(new Trouble(`${child.spawnfile} could not be run: ${error.message}`)),
    );
    child.once('exit', (code) => {
      process.off('exit', end);
      settle(code ?? 1);
    });
  });
}
