/** The worker as a program of its own, started as `npm run worker` starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type WorkerProcess = {
  /** Every line that it printed. */
  readonly lines: readonly string[];
  /** Resolves when a line holds this text; rejects when the process ends before. */
  said(text: string): Promise<void>;
  /** Sends a signal and answers how it ended: its exit code, or the signal's name. */
  end(signal: NodeJS.Signals): Promise<number | string>;
};

/** `env`: what differs from this process's own settings. */
export function startWorker(env: Record<string, string>): WorkerProcess {
  const child = spawn(process.execPath, ['scripts/worker.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const exit: Promise<unknown[]> = once(child, 'exit');
  // One that broke off must not leave it behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  void exit.then(() => process.off('exit', kill));
  const lines: string[] = [];
  const ears = new Set<() => void>();
  listen(child, (line) => {
    lines.push(line);
    for (const ear of ears) ear();
  });
  const said = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const ear = () => {
        if (lines.some((line) => line.includes(text))) resolve();
      };
      ears.add(ear);
      ear();
      void exit.then(() => reject(new Error(`The worker ended: ${lines.join('\n')}`)));
    });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code, name] = await exit;
    return typeof code === 'number' ? code : String(name);
  };
  return { lines, said, end };
}

function listen({ stdout }: ChildProcess, hear: (line: string) => void): void {
  if (stdout) createInterface(stdout).on('line', hear);
}
