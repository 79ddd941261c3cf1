/** Programs that a bench starts beside itself, and how long they need until they answer. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type Child = {
  readonly port: number;
  /** Milliseconds from the start of the process to its first line with an address. */
  readonly readyAfter: number;
  readonly lines: readonly string[];
  stop(): Promise<void>;
};

/** Starts a Node program that prints `http://localhost:PORT` when it listens. */
export async function startChild(args: readonly string[]): Promise<Child> {
  const since = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const port = await portOf(child, lines);
  return {
    port,
    readyAfter: performance.now() - since,
    lines,
    async stop() {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

/** Milliseconds that Node takes to start and do nothing. */
export async function startOfNode(): Promise<number> {
  const since = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  return performance.now() - since;
}

function portOf(child: ChildProcess, lines: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The program ended with ${code}: ${lines.join(' ')}`)));
    if (!child.stdout) return;
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      const port = /http:\/\/localhost:(\d+)/.exec(line)?.[1];
      if (port) resolve(Number(port));
    });
  });
}
