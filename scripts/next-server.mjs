import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { programOf, spawnOnLeash } from './run.mjs';
import { Trouble } from './trouble.mjs';

/**
 * Starts `next start` (or `next dev`) on a port and waits until `/api/health` answers 200. With `log`, its
 * output goes to that file. Answers `{child, stop}`; `stop()` ends it and waits until it is gone.
 * A server that ends before it is ready, or takes over two minutes, is `Trouble` with its last lines.
 */
export async function startNext(mode, { port, env, log }) {
  const output = log ? openSync(log, 'w', 0o600) : 'inherit';
  // This machine only: whoever else is on the network has no business with the emulator's controls.
  const command = [...programOf('next/dist/bin/next'), mode, '-H', '127.0.0.1', '-p', String(port)];
  const NODE_ENV = mode === 'dev' ? 'development' : 'production';
  const child = spawnOnLeash(command, {
    env: { ...process.env, ...env, PORT: String(port), NODE_ENV, NEXT_TELEMETRY_DISABLED: '1' },
    output,
  });
  if (log) closeSync(output);
  const stop = () => stopChild(child);
  try {
    await untilHealthy(child, port);
  } catch (error) {
    await stop();
    if (!(error instanceof Trouble) || !log) throw error;
    throw new Trouble(`${lastLines(log)}\n\n${error.message}`);
  }
  return { child, stop };
}

/** The end of a log file, for a person to read. */
export function lastLines(log, count = 30) {
  return readFileSync(log, 'utf8').trim().split('\n').slice(-count).join('\n');
}

async function untilHealthy(child, port) {
  for (const since = Date.now(); Date.now() - since < 120_000; await sleep(100)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Trouble('The app ended before it was ready.');
    const answer = await fetch(`http://localhost:${port}/api/health`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
  }
  throw new Trouble('The app did not get ready within two minutes.');
}

async function stopChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((settle) => child.once('exit', settle));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(timer);
}
